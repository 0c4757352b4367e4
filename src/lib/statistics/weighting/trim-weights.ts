import { type Margin, type Raked, rake } from './rake.ts'

/**
 * How the excess of trimmed weights goes to the others: the same amount each, or in proportion to their
 * weight.
 */
export type ExcessSpread = 'equal' | 'proportional'

/** Bounds of a weight, and where the excess goes. */
export type TrimSettings = { upper: number; lower?: number; spread: ExcessSpread }

/**
 * Cuts weights at `upper` (and `lower`) and gives what was cut to the others, so that the sum stays.
 *
 * Repeats while the spread lifts a weight over the bound (at most 100 times). Refuses bounds no weight
 * could keep: `upper` below the mean, `lower` above it.
 */
export function trimWeights(weights: Float64Array, { upper, lower = 0, spread }: TrimSettings): Float64Array {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const mean = sum / weights.length
  if (!(lower <= mean && mean <= upper)) throw new RangeError('ウエイトの限りが、平均をはさんでいません')
  let current = weights
  for (let round = 0; round < 100; round++) {
    const cut = current.map((weight) => Math.min(upper, Math.max(lower, weight)))
    const excess = sum - cut.reduce((total, weight) => total + weight, 0)
    if (Math.abs(excess) <= sum * 1e-13) return cut
    const isFree = (weight: number) => (excess > 0 ? weight < upper : weight > lower)
    current = withExcess(cut, excess, { isFree, spread })
  }
  throw new RangeError('ウエイトの切りそろえが収束しませんでした')
}

function withExcess(
  weights: Float64Array,
  excess: number,
  { isFree, spread }: { isFree: (weight: number) => boolean; spread: ExcessSpread },
): Float64Array {
  let [free, freeSum] = [0, 0]
  for (const weight of weights) {
    if (!isFree(weight)) continue
    free += 1
    freeSum += weight
  }
  if (free === 0) throw new RangeError('切りそろえた分を受けもつウエイトがありません')
  return weights.map((weight) => {
    if (!isFree(weight)) return weight
    return weight + (spread === 'equal' ? excess / free : (excess * weight) / freeSum)
  })
}

/**
 * The weight below which a share of the respondents lies: the smallest w with at least that share at or
 * below it.
 */
export function weightPercentile(weights: Float64Array, share: number): number {
  if (!(share > 0 && share <= 1)) throw new RangeError('割合は0より大きく1以下の数です')
  const sorted = Float64Array.from(weights).sort()
  return sorted[Math.ceil(share * sorted.length - 1e-9) - 1] as number
}

/**
 * Rakes, trims at a percentile of the raked weights and rakes again, until no weight is above the bound by
 * more than a thousandth (at most `rounds` times). `within` says whether it was reached; both steps are to
 * be printed.
 */
export function rakeAndTrim(
  margins: readonly Margin[],
  startWeights: Float64Array,
  { percentile, spread, rounds = 20 }: { percentile: number; spread: ExcessSpread; rounds?: number },
): { untrimmed: Raked; trimmed: Raked; upper: number; within: boolean } {
  const untrimmed = rake(margins, startWeights)
  const upper = weightPercentile(untrimmed.weights, percentile)
  let trimmed = untrimmed
  for (let round = 0; round < rounds; round++) {
    if (isWithin(trimmed.weights, upper)) return { untrimmed, trimmed, upper, within: true }
    trimmed = rake(margins, trimWeights(trimmed.weights, { upper, spread }))
  }
  return { untrimmed, trimmed, upper, within: isWithin(trimmed.weights, upper) }
}

const isWithin = (weights: Float64Array, upper: number) => weights.every((weight) => weight <= upper * 1.001)
