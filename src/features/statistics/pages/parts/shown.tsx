import { groupedNumber, plainNumber } from '#src/lib/text/number-format.ts'
import { NoValue } from '#src/ui/parts.tsx'
import { gapLabels, isNumber, type Value } from '../../core/figures.ts'

/** A kept value in a table: with grouped thousands, a hidden one as X, any other gap as a dash with its word. */
export function ShownValue({ value }: { value: Value }) {
  if (isNumber(value)) return <>{plainNumber(value)}</>
  return value === 'suppressed' ? (
    <span title={gapLabels.suppressed}>X</span>
  ) : (
    <NoValue words={gapLabels[value]} />
  )
}

/** A difference with its sign: ＋12, −3, ±0. */
export function signed(value: number, decimals: number): string {
  const words = groupedNumber(Math.abs(value), decimals)
  if (Number(value.toFixed(decimals)) === 0) return `±${words}`
  return value > 0 ? `＋${words}` : `−${words}`
}
