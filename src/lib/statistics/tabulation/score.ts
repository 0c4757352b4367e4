import type { Category } from '../category.ts'
import type { PreparedDesign } from '../design/sampling-design.ts'
import { type Estimate, estimateMean } from '../estimate/estimate.ts'

/** Points of the options, in their order; undefined where an option has none (わからない). */
export type Points = readonly (number | undefined)[]

/** +2 … −2, the usual points of five steps from best to worst. */
export const fiveStepPoints: Points = [2, 1, 0, -1, -2]

/**
 * How a score is made, printed beside every figure:
 *
 * - `valid`: mean over the answers that have points;
 * - `all`: their sum divided by everybody who was asked (無回答 and わからない count 0; 大垣市);
 * - `top-minus-bottom`: share of points above 0 less share below, in percent points of the valid answers
 *   (五泉市);
 * - `top`: share of points above 0, in percent of the valid answers.
 */
export const scoreVariants = ['valid', 'all', 'top-minus-bottom', 'top'] as const
export type ScoreVariant = (typeof scoreVariants)[number]

/** Score of one item under a design, with its error. Refuses an item nobody answered. */
export function estimateScore(
  answers: Category,
  design: PreparedDesign,
  { points, variant, domain }: { points: Points; variant: ScoreVariant; domain?: Uint8Array },
): Estimate {
  return estimateMean({ values: scoreValues(answers, { points, variant }), domain }, design)
}

/** What each respondent adds to a score; NaN where he is not in its denominator. */
export function scoreValues(
  { codes }: Category,
  { points, variant }: { points: Points; variant: ScoreVariant },
): Float64Array {
  return Float64Array.from(codes, (code) => {
    const given = code < 0 ? undefined : points[code]
    if (variant === 'all') return code === -3 ? Number.NaN : (given ?? 0)
    if (given === undefined) return Number.NaN
    if (variant === 'valid') return given
    if (variant === 'top') return given > 0 ? 100 : 0
    return Math.sign(given) * 100
  })
}
