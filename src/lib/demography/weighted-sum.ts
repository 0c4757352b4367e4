import { bandShares } from './age-groups.ts'
import type { AgeGroups, AgeValues } from './projection-inputs.ts'

/** Σ persons × weight over sex and age. Both have length n; RangeError when they differ. */
export function weightedSum(state: AgeValues, weights: AgeValues): number {
  return sumOf(state.M, weights.M) + sumOf(state.F, weights.F)
}

function sumOf(persons: readonly number[], weights: readonly number[]): number {
  if (persons.length !== weights.length) {
    throw new RangeError(`年齢区分の数が違います（人口${persons.length}、率${weights.length}）`)
  }
  let sum = 0
  for (const [group, count] of persons.entries()) sum += count * (weights[group] as number)
  return sum
}

/** Ages `[from, to)` in years; `to` absent: and older. */
export type AgeBand = { from: number; to?: number; sexes?: 'F' }

/**
 * Groups planners ask for: 年少・生産年齢・老年人口, 75歳以上, 85歳以上 (in whom care concentrates), 小・中学生の年齢,
 * 20～39歳の女性. School ages cut five-year groups, so there they are estimates (see `bandShares`).
 */
export const ageBands = {
  total: { from: 0 },
  child: { from: 0, to: 15 },
  workingAge: { from: 15, to: 65 },
  elderly: { from: 65 },
  lateElderly: { from: 75 },
  careAge: { from: 85 },
  preschool: { from: 0, to: 6 },
  primarySchool: { from: 6, to: 12 },
  juniorHighSchool: { from: 12, to: 15 },
  women20to39: { from: 20, to: 40, sexes: 'F' },
} as const satisfies Record<string, AgeBand>

/** Weights 1 inside a band of ages, 0 outside, the share of years where a group is cut. */
export function bandWeights(
  { from, to = Number.POSITIVE_INFINITY, sexes }: AgeBand,
  ages: AgeGroups,
): AgeValues {
  const shares = [...bandShares(ages, from, to)]
  return { M: sexes === 'F' ? shares.map(() => 0) : shares, F: shares }
}

/** Persons of a band of ages. */
export const personsIn = (state: AgeValues, band: AgeBand, ages: AgeGroups): number =>
  weightedSum(state, bandWeights(band, ages))
