import { tQuantile } from './distributions/distributions.ts'

export type Point = { x: number; y: number }

/** A straight line through points by ordinary least squares, and how far single points lie from it. */
export type LinearTrend = {
  n: number
  slope: number
  intercept: number
  /** Residual standard deviation, divided by n − 2; absent of two points. */
  deviation?: number
  meanX: number
  /** Sum of squares of x about its mean. */
  spreadX: number
}

/** Ordinary least squares of y on x. Undefined of fewer than two points, or where all x are the same. */
export function linearTrend(points: readonly Point[]): LinearTrend | undefined {
  const n = points.length
  if (n < 2) return undefined
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / n
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / n
  const spreadX = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0)
  if (spreadX === 0) return undefined
  const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spreadX
  const intercept = meanY - slope * meanX
  const line = { n, slope, intercept, meanX, spreadX }
  if (n < 3) return line
  const squares = points.reduce((sum, { x, y }) => sum + (y - intercept - slope * x) ** 2, 0)
  return { ...line, deviation: Math.sqrt(squares / (n - 2)) }
}

/** The prediction interval for one new point at x, by Student's t with n − 2 degrees of freedom (as R `predict(interval = "prediction")`). */
export function predictionInterval(
  trend: LinearTrend,
  x: number,
  level = 0.8,
): { low: number; middle: number; high: number } | undefined {
  const { n, slope, intercept, deviation, meanX, spreadX } = trend
  if (deviation === undefined) return undefined
  const middle = intercept + slope * x
  const error = deviation * Math.sqrt(1 + 1 / n + (x - meanX) ** 2 / spreadX)
  const reach = tQuantile(1 - (1 - level) / 2, n - 2) * error
  return { low: middle - reach, middle, high: middle + reach }
}
