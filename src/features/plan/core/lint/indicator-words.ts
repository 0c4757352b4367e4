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
export const actualsOf = (indicator: Indicator): { fiscalYear: number; value: number }[] =>
  indicator.actuals
    .flatMap(({ fiscalYear, value }) => (value === null ? [] : [{ fiscalYear, value }]))
    .sort((a, b) => a.fiscalYear - b.fiscalYear)

/** Baseline and target where both are numbers. */
export function ends({ baseline, target }: Indicator): { from: number; to: number } | undefined {
  if (baseline.value === null || !target || target.value === null) return undefined
  return { from: baseline.value, to: target.value }
}
