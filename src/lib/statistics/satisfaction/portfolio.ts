import type { PreparedDesign } from '../design/sampling-design.ts'
import { chiSquareQuantile } from '../distributions/distributions.ts'
import { type Estimate, estimateMeans } from '../estimate/estimate.ts'
import { criticalValue } from '../estimate/intervals.ts'
import { meanOf } from './standard-scores.ts'

/** Important and not satisfied, important and satisfied, not important and satisfied, neither. */
export type Quadrant = 'improve' | 'maintain' | 'observe' | 'review'

/** Where the axes cross: at the mean of the items, or at 0. */
export type AxesAt = 'mean' | 'zero'

/** What the respondents gave an item, as points; NaN where missing. */
export type RatedItem = { satisfaction: Float64Array; importance: Float64Array }

/** A confidence ellipse: half axes, and the angle of the long one from the satisfaction axis in degrees. */
export type Ellipse = { long: number; short: number; degrees: number; level: number }

/** One item on the chart. */
export type PortfolioPoint = {
  satisfaction: Estimate
  importance: Estimate
  quadrant: Quadrant
  /** 区分は未確定: the interval of one of the two crosses an axis. */
  isUndecided: boolean
  ellipse: Ellipse
  /** Correlation of the two estimates. */
  correlation: number
}

/** The points in the order of the items, and where the axes cross. */
export type Portfolio = { points: PortfolioPoint[]; axes: { satisfaction: number; importance: number } }

/**
 * CS portfolio (満足度・重要度): a point an item with quadrant, error and ellipse.
 *
 * The axes are taken as fixed. A point is undecided when its t-interval (`level`) holds an axis. The
 * ellipse is that of the two estimates with their design covariance, √χ²₂(level) half axes. Refuses fewer
 * than 3 items: table only.
 */
export function satisfactionPortfolio(
  items: readonly RatedItem[],
  design: PreparedDesign,
  { axes = 'mean', level = 0.95 }: { axes?: AxesAt; level?: number } = {},
): Portfolio {
  if (items.length < 3) throw new RangeError('満足度・重要度の図には、3つ以上の項目が要ります')
  const rated = items.map(({ satisfaction, importance }) => {
    const { estimates, covariance } = estimateMeans(
      [{ values: satisfaction }, { values: importance }],
      design,
    )
    return { satisfaction: estimates[0] as Estimate, importance: estimates[1] as Estimate, covariance }
  })
  const centre = (of: (item: (typeof rated)[number]) => number) =>
    axes === 'zero' ? 0 : meanOf(rated.map(of))
  const crossing = {
    satisfaction: centre(({ satisfaction }) => satisfaction.estimate),
    importance: centre(({ importance }) => importance.estimate),
  }
  const points = rated.map(({ satisfaction, importance, covariance }) => ({
    satisfaction,
    importance,
    quadrant: quadrantOf(
      satisfaction.estimate >= crossing.satisfaction,
      importance.estimate >= crossing.importance,
    ),
    isUndecided:
      holds(satisfaction, crossing.satisfaction, level) || holds(importance, crossing.importance, level),
    ellipse: confidenceEllipse(covariance, level),
    correlation: correlationOf(covariance),
  }))
  return { points, axes: crossing }
}

function quadrantOf(isSatisfied: boolean, isImportant: boolean): Quadrant {
  if (isImportant) return isSatisfied ? 'maintain' : 'improve'
  return isSatisfied ? 'observe' : 'review'
}

/** Without an interval (df < 1) nothing is decided. */
function holds(
  { estimate, standardError, degreesOfFreedom }: Estimate,
  axis: number,
  level: number,
): boolean {
  if (degreesOfFreedom < 1) return true
  return Math.abs(estimate - axis) <= criticalValue(level, degreesOfFreedom) * standardError
}

/** Axes of the ellipse (x − µ)ᵀV⁻¹(x − µ) = χ²₂(level) from the covariance [[a, b], [b, c]]. */
export function confidenceEllipse(covariance: ArrayLike<number>, level = 0.95): Ellipse {
  const [a = 0, b = 0, , c = 0] = Array.from(covariance)
  const middle = (a + c) / 2
  const reach = Math.hypot((a - c) / 2, b)
  const size = chiSquareQuantile(level, 2)
  const turned = reach === 0 ? 0 : (Math.atan2(2 * b, a - c) / 2) * (180 / Math.PI)
  return {
    long: Math.sqrt(size * (middle + reach)),
    short: Math.sqrt(size * Math.max(0, middle - reach)),
    degrees: turned,
    level,
  }
}

function correlationOf(covariance: ArrayLike<number>): number {
  const [a = 0, b = 0, , c = 0] = Array.from(covariance)
  return a > 0 && c > 0 ? b / Math.sqrt(a * c) : 0
}
