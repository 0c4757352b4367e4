import { groupedNumber } from '#src/lib/text/number-format.ts'

const steps = [
  { from: 1e12, unit: '兆' },
  { from: 1e8, unit: '億' },
  { from: 1e4, unit: '万' },
] as const

/**
 * A number inside a chart: from a hundred million on in 億 and 兆, for thirteen digits cannot be taken in at a glance.
 * The exact value stands in the table beside the chart.
 */
export function chartNumber(value: number, decimals: number): string {
  const size = Math.abs(value)
  const step = size >= 1e8 ? steps.find(({ from }) => size >= from) : undefined
  return step ? shortened(value, step) : groupedNumber(value, decimals)
}

/** The numbers of an axis, all in the same unit (万, 億, 兆 from 100,000 on) and with the same decimals. */
export function axisNumbers(ticks: readonly number[]): string[] {
  const largest = Math.max(0, ...ticks.map(Math.abs))
  const step = largest >= 1e5 ? steps.find(({ from }) => largest >= from) : undefined
  const values = step ? ticks.map((tick) => tick / step.from) : ticks
  const decimals = Math.max(0, ...values.map(decimalsOf))
  return values.map((value) =>
    value === 0 ? '0' : `${groupedNumber(value, decimals)}${step ? step.unit : ''}`,
  )
}

function shortened(value: number, { from, unit }: (typeof steps)[number]): string {
  return `${groupedNumber(value / from, decimalsOf(Math.round((value / from) * 10) / 10))}${unit}`
}

/** Decimals a round number needs, at most four; 0.1 + 0.2 needs one. */
function decimalsOf(value: number): number {
  return Number(value.toFixed(4)).toString().split('.')[1]?.length ?? 0
}

/**
 * How wide a line of words is at most, in the unit of the font size: 1 em for a Japanese sign, 0.62 em for a Latin one
 * (bold digits of BIZ UDPGothic and Noto Sans JP are narrower). A guess on the safe side, for a drawing knows no fonts.
 */
export function textWidth(words: string, fontSize: number): number {
  let ems = 0
  for (const sign of words) ems += sign > '\u02ff' && sign !== '−' ? 1 : 0.62
  return ems * fontSize
}
