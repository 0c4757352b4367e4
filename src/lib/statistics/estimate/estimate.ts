import type { PreparedDesign } from '../design/sampling-design.ts'
import { degreesOfFreedom, scoreCovariance } from '../design/score-covariance.ts'

/** An estimate with its sampling error. */
export type Estimate = {
  estimate: number
  standardError: number
  /** Units less strata of the domain; below 1 there is no interval. */
  degreesOfFreedom: number
  /** Respondents the estimate rests on, unweighted. */
  answers: number
  /** Sum of their weights. */
  weightSum: number
  /** (Σw)²/Σw²: how many equal answers the weights leave (Kish). */
  effectiveAnswers: number
  /** Design variance ÷ (1 − n/Σw)·s²/n; absent where Σw does not exceed n. As R `deff = TRUE`. */
  designEffect?: number
  /** Design variance ÷ s²/n. As R `deff = "replace"`. */
  designEffectWithReplacement?: number
}

/** Numbers of the respondents, NaN where missing, and who belongs to the domain (1; absent: everybody). */
export type Measured = { values: Float64Array; domain?: Uint8Array }

/**
 * Mean: Σwy/Σw over the domain, error by linearisation with scores wᵢ(yᵢ − ȳ)/Σw, 0 outside the domain.
 *
 * A missing answer is outside the domain. No answer at all is a RangeError.
 */
export function estimateMean(measured: Measured, design: PreparedDesign): Estimate {
  const inside = insideOf(measured)
  const { values } = measured
  const sums = sumsOf(inside, values, design.weights)
  const mean = sums.weighted / sums.weight
  const scores = scoresOf(
    inside,
    (row) => ((design.weights[row] as number) * ((values[row] as number) - mean)) / sums.weight,
  )
  const variance = scoreCovariance([scores], design)[0] as number
  return {
    ...estimateOf(mean, variance, { inside, sums, design }),
    ...designEffects(variance, { inside, values, design }),
  }
}

/**
 * Means of several variables, each over its own answers, with the covariance of all of them (size × size by
 * rows).
 */
export function estimateMeans(several: readonly Measured[], design: PreparedDesign) {
  const means = several.map((measured) => {
    const inside = insideOf(measured)
    const sums = sumsOf(inside, measured.values, design.weights)
    const mean = sums.weighted / sums.weight
    const share = (row: number) =>
      ((design.weights[row] as number) * ((measured.values[row] as number) - mean)) / sums.weight
    return { mean, inside, sums, scores: scoresOf(inside, share) }
  })
  const size = means.length
  const covariance = scoreCovariance(
    means.map(({ scores }) => scores),
    design,
  )
  const estimates = means.map(({ mean, inside, sums }, place) =>
    estimateOf(mean, covariance[place * size + place] as number, { inside, sums, design }),
  )
  return { estimates, covariance }
}

/** Total: Σwy over the domain, error with scores wᵢyᵢ. A missing answer is outside the domain. */
export function estimateTotal(measured: Measured, design: PreparedDesign): Estimate {
  const inside = insideOf(measured)
  const { values } = measured
  const sums = sumsOf(inside, values, design.weights)
  const scores = scoresOf(inside, (row) => (design.weights[row] as number) * (values[row] as number))
  return estimateOf(sums.weighted, scoreCovariance([scores], design)[0] as number, { inside, sums, design })
}

/**
 * Ratio of two totals: R = Σwy/Σwx, error with scores wᵢ(yᵢ − R·xᵢ)/Σwx. Both must be answered. Refuses Σwx
 * = 0.
 */
export function estimateRatio(
  {
    numerator,
    denominator,
    domain,
  }: { numerator: Float64Array; denominator: Float64Array; domain?: Uint8Array },
  design: PreparedDesign,
): Estimate {
  const both = numerator.map((value, row) => (Number.isNaN(denominator[row]) ? Number.NaN : value))
  const inside = insideOf({ values: both, domain })
  const sums = sumsOf(inside, numerator, design.weights)
  const below = sumsOf(inside, denominator, design.weights).weighted
  if (below === 0) throw new RangeError('比の分母の合計が0です')
  const ratio = sums.weighted / below
  const scores = scoresOf(
    inside,
    (row) =>
      ((design.weights[row] as number) *
        ((numerator[row] as number) - ratio * (denominator[row] as number))) /
      below,
  )
  return estimateOf(ratio, scoreCovariance([scores], design)[0] as number, { inside, sums, design })
}

/** Rows with an answer in the domain. */
export function insideOf({ values, domain }: Measured): Uint8Array {
  const inside = new Uint8Array(values.length)
  for (let row = 0; row < values.length; row++)
    inside[row] = domain?.[row] === 0 || Number.isNaN(values[row]) ? 0 : 1
  return inside
}

type Sums = { answers: number; weight: number; squares: number; weighted: number }

/** Count, Σw, Σw² and Σwy of the rows inside. */
export function sumsOf(inside: Uint8Array, values: Float64Array, weights: Float64Array): Sums {
  const sums = { answers: 0, weight: 0, squares: 0, weighted: 0 }
  for (let row = 0; row < inside.length; row++) {
    if (!inside[row]) continue
    const weight = weights[row] as number
    sums.answers += 1
    sums.weight += weight
    sums.squares += weight * weight
    sums.weighted += weight * (values[row] as number)
  }
  if (!(sums.weight > 0)) throw new RangeError('回答が1つもありません')
  return sums
}

/** Scores of the rows inside, 0 for all others. */
export function scoresOf(inside: Uint8Array, score: (row: number) => number): Float64Array {
  const scores = new Float64Array(inside.length)
  for (let row = 0; row < inside.length; row++) if (inside[row]) scores[row] = score(row)
  return scores
}

/**
 * An estimate from its variance, with its size and degrees of freedom. A variance below 0 by rounding is 0.
 */
export function estimateOf(
  estimate: number,
  variance: number,
  { inside, sums, design }: { inside: Uint8Array; sums: Sums; design: PreparedDesign },
): Estimate {
  return {
    estimate,
    standardError: Math.sqrt(Math.max(0, variance)),
    degreesOfFreedom: degreesOfFreedom(design, inside),
    answers: sums.answers,
    weightSum: sums.weight,
    effectiveAnswers: (sums.weight * sums.weight) / sums.squares,
  }
}

/** s² = n/(n−1)·Σw(y−ȳ)²/Σw. */
function designEffects(
  variance: number,
  { inside, values, design }: { inside: Uint8Array; values: Float64Array; design: PreparedDesign },
): Pick<Estimate, 'designEffect' | 'designEffectWithReplacement'> {
  const { answers, weight, weighted } = sumsOf(inside, values, design.weights)
  if (answers < 2) return {}
  const mean = weighted / weight
  const deviations = values.map((value) => (value - mean) ** 2)
  const spread = sumsOf(inside, deviations, design.weights).weighted / weight
  const simple = spread / (answers - 1)
  if (!(simple > 0)) return {}
  const withReplacement = { designEffectWithReplacement: variance / simple }
  if (!(weight > answers)) return withReplacement
  return { designEffect: variance / (simple * (1 - answers / weight)), ...withReplacement }
}
