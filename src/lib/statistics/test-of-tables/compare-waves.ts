import { normalUpper, tUpper } from '../distributions/distributions.ts'
import type { Estimate } from '../estimate/estimate.ts'
import { criticalValue } from '../estimate/intervals.ts'
import { type Adjustment, adjustedP } from './adjust-p.ts'

/** What a person judged of the wording of an item: 比較可, 参考, 比較不可. */
export type Comparability = 'comparable' | 'reference' | 'not-comparable'

/** One item in an earlier and a later wave. */
export type WavePair = { before: Estimate; after: Estimate; comparability: Comparability }

/** Later minus earlier, with its test. */
export type WaveChange = {
  difference: number
  standardError: number
  degreesOfFreedom: number
  statistic: number
  p: number
  /** p adjusted over the comparable items of the table. */
  adjustedP?: number
  interval: { low: number; high: number; level: number }
  /** ▲ or ▼ only for a comparable item whose adjusted p is below 1 − level. */
  mark: 'up' | 'down' | 'none'
}

/**
 * Later minus earlier wave of independent samples: d, SE = √(Var₁+Var₂), t with df₁ + df₂, Holm over the
 * table.
 *
 * An item that is not comparable has no result (undefined); one marked 参考 has a difference and an interval,
 * but no mark, and does not count in the adjustment. Whether two intervals overlap is not the test.
 */
export function compareWaves(
  pairs: readonly WavePair[],
  { level = 0.95, adjustment = 'holm' }: { level?: number; adjustment?: Adjustment } = {},
): (WaveChange | undefined)[] {
  const changes = pairs.map((pair) =>
    pair.comparability === 'not-comparable' ? undefined : changeOf(pair, level),
  )
  const tested = [...pairs.keys()].filter((place) => pairs[place]?.comparability === 'comparable')
  const adjusted = adjustedP(
    tested.map((place) => (changes[place] as WaveChange).p),
    adjustment,
  )
  for (const [rank, place] of tested.entries()) {
    const change = changes[place] as WaveChange
    const p = adjusted[rank] as number
    const isSignificant = p < 1 - level - 1e-15
    changes[place] = {
      ...change,
      adjustedP: p,
      mark: !isSignificant ? 'none' : change.difference > 0 ? 'up' : 'down',
    }
  }
  return changes
}

function changeOf({ before, after }: WavePair, level: number): WaveChange {
  const difference = after.estimate - before.estimate
  const standardError = Math.hypot(before.standardError, after.standardError)
  const degreesOfFreedom = before.degreesOfFreedom + after.degreesOfFreedom
  if (!(standardError > 0) || degreesOfFreedom < 1)
    throw new RangeError('標本誤差が求められないため、比べられません')
  const statistic = difference / standardError
  const reach = criticalValue(level, degreesOfFreedom) * standardError
  return {
    difference,
    standardError,
    degreesOfFreedom,
    statistic,
    p: 2 * tUpper(Math.abs(statistic), degreesOfFreedom),
    interval: { low: difference - reach, high: difference + reach, level },
    mark: 'none',
  }
}

/**
 * Two shares of simple random samples: z = (p₂−p₁)/√(p(1−p)(1/n₁+1/n₂)) with the common p, without continuity
 * correction. Refuses n = 0; equal shares of 0 or 1 give p = 1.
 */
export function compareShares(
  before: { count: number; answers: number },
  after: { count: number; answers: number },
): { difference: number; statistic: number; p: number } {
  if (!(before.answers > 0 && after.answers > 0)) throw new RangeError('回答が1つもありません')
  const difference = after.count / after.answers - before.count / before.answers
  const common = (before.count + after.count) / (before.answers + after.answers)
  const standardError = Math.sqrt(common * (1 - common) * (1 / before.answers + 1 / after.answers))
  const statistic = standardError > 0 ? difference / standardError : 0
  return { difference, statistic, p: 2 * normalUpper(Math.abs(statistic)) }
}
