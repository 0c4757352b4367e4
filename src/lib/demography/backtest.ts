import type { AgeValues } from './projection-inputs.ts'

/** One area projected and counted. */
export type Hindcast = { code: string; projected: number; actual: number }

/** Errors over areas, in percent of the count: (projected − actual)/actual. */
export type ErrorSummary = {
  count: number
  /**
   * Mean and median of the absolute percentage error, its 90th percentile, and the mean of the signed error.
   */
  meanAbsolutePercent: number
  medianAbsolutePercent: number
  p90AbsolutePercent: number
  biasPercent: number
  /** Standard deviation of the log error, plain and robust: (p90 − p10)/2.563. */
  sdLog: number
  robustSdLog: number
}

/**
 * Sums up the errors of a method (検証). Areas with nobody counted are left out; without any left, RangeError.
 */
export function summarizeErrors(hindcasts: readonly Hindcast[]): ErrorSummary {
  const known = hindcasts.filter(({ actual, projected }) => actual > 0 && projected > 0)
  if (known.length === 0) throw new RangeError('検証できる地域がありません')
  const errors = known.map(({ projected, actual }) => (projected / actual - 1) * 100)
  const absolute = errors.map(Math.abs).sort((a, b) => a - b)
  const logs = known.map(({ projected, actual }) => Math.log(projected / actual)).sort((a, b) => a - b)
  const meanLog = mean(logs)
  return {
    count: known.length,
    meanAbsolutePercent: mean(absolute),
    medianAbsolutePercent: quantileOf(absolute, 0.5),
    p90AbsolutePercent: quantileOf(absolute, 0.9),
    biasPercent: mean(errors),
    sdLog: Math.sqrt(mean(logs.map((value) => (value - meanLog) ** 2))),
    robustSdLog: (quantileOf(logs, 0.9) - quantileOf(logs, 0.1)) / 2.5631,
  }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Type 7 quantile, as R and NumPy: linear between order statistics. `sorted` ascending and not empty. */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share
  const below = Math.floor(place)
  const low = sorted[below] as number
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number
  return low + (place - below) * (high - low)
}

/** Limits of the size classes of municipalities, by residents. */
export const sizeClasses = [
  { label: '3千人未満', from: 0 },
  { label: '3千～1万人', from: 3_000 },
  { label: '1万～3万人', from: 10_000 },
  { label: '3万～10万人', from: 30_000 },
  { label: '10万～30万人', from: 100_000 },
  { label: '30万人以上', from: 300_000 },
] as const

/** The position in `sizeClasses` for a number of residents. */
export function sizeClassOf(persons: number): number {
  let at = 0
  for (const [position, { from }] of sizeClasses.entries()) if (persons >= from) at = position
  return at
}

/**
 * How unlike two age structures are: ½Σ|p − q| over sex and age (index of dissimilarity), 0 alike to 1 apart.
 */
export function dissimilarity(first: AgeValues, second: AgeValues): number {
  const [p, q] = [sharesOf(first), sharesOf(second)]
  if (p.length !== q.length) throw new RangeError('年齢区分の数が違うので比べられません')
  return p.reduce((sum, share, at) => sum + Math.abs(share - (q[at] as number)), 0) / 2
}

function sharesOf({ M, F }: AgeValues): number[] {
  const all = [...M, ...F]
  const sum = all.reduce((total, persons) => total + persons, 0)
  if (sum === 0) throw new RangeError('人口が0人なので年齢構成がありません')
  return all.map((persons) => persons / sum)
}
