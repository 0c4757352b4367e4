import { fiscalYearDual, fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import type { BindingFormat } from './binding.ts'

const mostDecimals = 6
const formatters = Array.from(
  { length: mostDecimals + 1 },
  (_, decimals) =>
    new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
)

/**
 * A number with grouped thousands, a fixed number of decimals (0–6) and a true minus sign: −1,234.5. Zero has no sign.
 *
 * The formatters are made once: making one costs fifty times as much as using it, and a page shows hundreds of numbers.
 */
export function groupedNumber(value: number, decimals: number): string {
  const words = formatters[decimals]?.format(value)
  if (words === undefined) throw new RangeError(`decimals: ${decimals}`)
  return words.startsWith('-') ? words.slice(1).replace(/^(?=.*[1-9])/, '−') : words
}

const formats: Record<BindingFormat, (value: number) => string> = {
  int: (value) => groupedNumber(value, 0),
  fixed1: (value) => groupedNumber(value, 1),
  fixed2: (value) => groupedNumber(value, 2),
  pct1: (value) => `${groupedNumber(value, 1)}％`,
  man: (value) => `${groupedNumber(value / 10_000, 1)}万`,
  sen: (value) => groupedNumber(value / 1000, 0),
  fy: (value) => fiscalYearLabel(value),
  fydual: (value) => fiscalYearDual(value),
  delta1: (value) =>
    value > 0 ? `＋${groupedNumber(value, 1)}` : value < 0 ? `−${groupedNumber(-value, 1)}` : '±0.0',
  abs: (value) => groupedNumber(Math.abs(value), 0),
}

/** A number as the text shows it: `man` in units of 10,000, `sen` thousand yen as million yen, `fy` a fiscal year. */
export const formatNumber = (value: number, format: BindingFormat): string => formats[format](value)

/** A measured value with as many decimals (at most two) as it needs: 41.8, 1,234. */
export const plainNumber = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: 2 }).replace('-', '−')
