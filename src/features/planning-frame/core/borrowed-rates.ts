import { changeRatios } from '#src/lib/demography/hamilton-perry.ts'
import { ProjectionError } from '#src/lib/demography/projection-error.ts'
import type { AgeValues } from '#src/lib/demography/projection-inputs.ts'
import { tableAges } from './count-table.ts'
import { changePairs } from './made-inputs.ts'
import { nationalSurvival } from './national-survival.ts'
import type { ResidentCount } from './scenario.ts'

export type BorrowedRates = { from: number; to: number; rates: AgeValues; source: string }

/**
 * Net migration rates of another area, to take the place of the city's own: what the nation's survival does not explain
 * of its change between two censuses. The five years before the base of the case where the area has them, else its newest.
 */
export function borrowedRates(
  counts: readonly ResidentCount[],
  baseYear: number,
): BorrowedRates | { problem: string } {
  const pairs = changePairs(counts)
  const pair = pairs.find(({ later }) => later.year === baseYear) ?? pairs[0]
  if (!pair?.earlier.ages || !pair.later.ages) {
    return { problem: '5年離れた2回分の、男女・年齢別の国勢調査が、統計にありません' }
  }
  const { earlier, later } = pair
  const [from, to] = [earlier.year, later.year]
  try {
    const ratios = changeRatios([{ earlier: pair.earlier.ages, later: pair.later.ages }], tableAges)
    const survival = nationalSurvival({ from, to })
    const of = (sex: 'M' | 'F') =>
      ratios[sex].map((ratio, at) =>
        at === 0 ? 0 : Math.round((ratio - (survival[sex][at] ?? 0)) * 1e6) / 1e6,
      )
    return { from, to, rates: { M: of('M'), F: of('F') }, source: later.source }
  } catch (error) {
    if (!(error instanceof ProjectionError)) throw error
    return { problem: error.problems.map(({ message }) => message).join('。') }
  }
}
