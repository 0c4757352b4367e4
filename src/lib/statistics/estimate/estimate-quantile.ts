import type { PreparedDesign } from '../design/sampling-design.ts'
import { type Estimate, estimateMean, estimateOf, insideOf, type Measured, sumsOf } from './estimate.ts'
import { criticalValue, type Interval } from './intervals.ts'

/**
 * Quantile: the smallest answer at or below which at least a share `probability` of the weight lies (R
 * `survey`, rule `math`).
 *
 * Interval after Woodruff (1952) as in R: p̂ = share at or below the quantile, p̂ ± t(df)·SE(p̂), both ends
 * read from the same distribution. SE = (high − low)/(2t). Where an end leaves 0–1 there is no such end and
 * no SE (NaN).
 */
export function estimateQuantile(
  measured: Measured,
  design: PreparedDesign,
  { probability, level = 0.95 }: { probability: number; level?: number },
): Estimate & { interval: Interval } {
  if (!(probability > 0 && probability < 1)) throw new RangeError('分位の割合は0と1の間の数です')
  const { values } = measured
  const inside = insideOf(measured)
  const sums = sumsOf(inside, values, design.weights)
  const distribution = distributionOf(inside, values, design.weights)
  const quantile = readAt(distribution, probability) as number
  const below = values.map((value) => (Number.isNaN(value) ? value : value <= quantile ? 1 : 0))
  const share = estimateMean({ ...measured, values: below }, design)
  const result = estimateOf(quantile, Number.NaN, { inside, sums, design })
  const empty: Interval = { level, method: 'woodruff' }
  if (share.degreesOfFreedom < 1) return { ...result, standardError: Number.NaN, interval: empty }
  const critical = criticalValue(level, share.degreesOfFreedom)
  const reach = critical * share.standardError
  const low = readAt(distribution, share.estimate - reach)
  const high = readAt(distribution, share.estimate + reach)
  return {
    ...result,
    standardError: low === undefined || high === undefined ? Number.NaN : (high - low) / (2 * critical),
    interval: { ...empty, low, high },
  }
}

type Distribution = { values: Float64Array; cumulated: Float64Array }

function distributionOf(inside: Uint8Array, values: Float64Array, weights: Float64Array): Distribution {
  const rows = [...inside.keys()].filter((row) => inside[row] && (weights[row] as number) > 0)
  rows.sort((a, b) => (values[a] as number) - (values[b] as number))
  let sum = 0
  const cumulated = Float64Array.from(rows, (row) => {
    sum += weights[row] as number
    return sum
  })
  return { values: Float64Array.from(rows, (row) => values[row] as number), cumulated }
}

/**
 * The first value whose cumulated share reaches `share`; undefined outside 0–1. A hair is allowed for sums
 * of weights.
 */
function readAt({ values, cumulated }: Distribution, share: number): number | undefined {
  const total = cumulated.at(-1) as number
  if (share < 0 || share > 1 + 1e-12) return undefined
  const wanted = share * total - total * 1e-14
  let [low, high] = [0, cumulated.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cumulated[middle] as number) >= wanted) high = middle
    else low = middle + 1
  }
  return values[low]
}
