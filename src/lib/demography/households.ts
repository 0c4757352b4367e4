import { refuse } from './projection-error.ts'
import type { AgeValues } from './projection-inputs.ts'
import { weightedSum } from './weighted-sum.ts'

/** Heads of household per resident by sex and age (世帯主率), for each type of household; 0–1, length n. */
export type HeadshipRates<Type extends string = string> = Record<Type, AgeValues>

/** 単独、夫婦のみ、夫婦と子、ひとり親と子、その他 */
export const householdTypes = ['single', 'couple', 'couple-with-children', 'one-parent', 'other'] as const

/**
 * Private households (一般世帯) by type, by headship rates (世帯主率法): H_f = Σ P·(1 − institutional)·h_f. The shares
 * in institutions (施設等の世帯) are by sex and age; without them everybody counts. Rates of all types together
 * above 1 are refused with E-RANGE.
 */
export function householdsByHeadship<Type extends string>(
  state: AgeValues,
  { rates, institutional }: { rates: HeadshipRates<Type>; institutional?: AgeValues },
): Record<Type, number> & { total: number } {
  refuseDoubleHeads(rates)
  const atHome = institutional ? withoutInstitutions(state, institutional) : state
  const households = { total: 0 } as Record<string, number>
  for (const [type, headship] of Object.entries<AgeValues>(rates)) {
    const count = weightedSum(atHome, headship)
    households[type] = count
    households['total'] = (households['total'] as number) + count
  }
  return households as Record<Type, number> & { total: number }
}

function refuseDoubleHeads(rates: HeadshipRates) {
  for (const sex of ['M', 'F'] as const) {
    const all = Object.values(rates).map((headship) => headship[sex])
    for (const group of (all[0] ?? []).keys()) {
      const sum = all.reduce((total, values) => total + (values[group] as number), 0)
      if (sum <= 1 + 1e-9) continue
      refuse(
        'E-RANGE',
        `headship.${sex}.${group}`,
        `世帯主率の合計が${sum}です（${sex}の${group + 1}番目の年齢区分）`,
      )
    }
  }
}

const withoutInstitutions = (state: AgeValues, shares: AgeValues): AgeValues => ({
  M: state.M.map((persons, group) => persons * (1 - (shares.M[group] as number))),
  F: state.F.map((persons, group) => persons * (1 - (shares.F[group] as number))),
})

/**
 * Rates times one factor, so that a weighted sum equals a counted total (households, or workers, of a
 * census).
 */
export function calibrated<Key extends string>(
  rates: Record<Key, AgeValues>,
  { state, counted }: { state: AgeValues; counted: number },
): { rates: Record<Key, AgeValues>; factor: number } {
  let sum = 0
  for (const values of Object.values<AgeValues>(rates)) sum += weightedSum(state, values)
  if (!(sum > 0)) throw new RangeError('率と人口から求めた数が0なので、実数に合わせられません')
  const factor = counted / sum
  const times = (values: readonly number[]) => values.map((value) => value * factor)
  const entries = Object.entries<AgeValues>(rates).map(([key, { M, F }]) => [
    key,
    { M: times(M), F: times(F) },
  ])
  return { rates: Object.fromEntries(entries) as Record<Key, AgeValues>, factor }
}

/**
 * Households by size (簡易): residents in private households over persons per household. The size moves in a
 * straight line from its first count and stops at a floor.
 */
export function householdsBySize(
  persons: number,
  { size, change, years, floor }: { size: number; change: number; years: number; floor: number },
): number {
  const later = Math.max(floor, size + change * years)
  if (!(later > 0)) throw new RangeError('世帯人員は0より大きい数です')
  return persons / later
}
