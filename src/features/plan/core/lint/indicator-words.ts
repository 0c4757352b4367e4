import type { Indicator } from '#src/formats/plan-indicator.ts'

/** A value with its unit as a message shows it. */
export const valueWords = (value: number, unit: string) => `${value.toLocaleString('en-US')}${unit}`

/** Change signed so that improvement is positive; undefined where the indicator has no way to go. */
export function better({ direction }: Indicator, from: number, to: number): number | undefined {
  if (direction === 'increase') return to - from
  if (direction === 'decrease') return from - to
  return undefined
}

export const directionWords = { increase: '増やす', decrease: '減らす', maintain: '保つ' } as const

/** Recorded values in the order of the years. */
export function actualsOf({ actuals }: Indicator): readonly Recorded[] {
  if (areRecorded(actuals)) return actuals
  return actuals
    .flatMap(({ fiscalYear, value }) => (value === null ? [] : [{ fiscalYear, value }]))
    .sort((a, b) => a.fiscalYear - b.fiscalYear)
}

type Recorded = { fiscalYear: number; value: number }

/** Mostly they are whole and in order already, and many rules ask. */
const areRecorded = (
  actuals: readonly { fiscalYear: number; value: number | null }[],
): actuals is Recorded[] =>
  actuals.every(
    ({ fiscalYear, value }, at) =>
      value !== null && (at === 0 || fiscalYear >= (actuals[at - 1]?.fiscalYear ?? 0)),
  )

/** Baseline and target where both are numbers. */
export function ends({ baseline, target }: Indicator): { from: number; to: number } | undefined {
  if (baseline.value === null || !target || target.value === null) return undefined
  return { from: baseline.value, to: target.value }
}
