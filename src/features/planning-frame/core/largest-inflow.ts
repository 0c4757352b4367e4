import { changePairs } from './made-inputs.ts'
import { nationalSurvival } from './national-survival.ts'
import type { ResidentCount } from './scenario.ts'

/**
 * The largest net inflow of five years the city has seen between two censuses: those of 5 and older beyond what the
 * nation's survival leaves of the earlier count. Nothing where no two censuses by age lie five years apart; 0 where more
 * left than came in all of them.
 */
export function largestInflow(counts: readonly ResidentCount[]): number | undefined {
  const inflows = changePairs(counts).flatMap(({ earlier, later }) => {
    const [before, after] = [earlier.ages, later.ages]
    if (!before || !after) return []
    const survival = nationalSurvival({ from: earlier.year, to: later.year })
    const of = (sex: 'M' | 'F') => {
      const last = before[sex].length - 1
      const survivors = before[sex].reduce(
        (sum, persons, age) => sum + persons * (survival[sex][Math.min(age + 1, last)] ?? 0),
        0,
      )
      return after[sex].slice(1).reduce((sum, persons) => sum + persons, 0) - survivors
    }
    return [of('M') + of('F')]
  })
  return inflows.length > 0 ? Math.max(0, ...inflows) : undefined
}
