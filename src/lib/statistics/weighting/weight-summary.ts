/** How uneven weights are. */
export type WeightSummary = {
  answers: number
  sum: number
  min: number
  max: number
  /** max ÷ min; above 5 is worth a warning. */
  ratio: number
  /** n·Σw²/(Σw)²: Kish's design effect of weighting, something else than the design effect of an estimate. */
  kishDesignEffect: number
  /** (Σw)²/Σw². */
  effectiveAnswers: number
}

/**
 * Kish (1965) figures of weights. Weights of 0 are counted as respondents. Refuses no weights and a sum of
 * 0.
 */
export function summarizeWeights(weights: Float64Array): WeightSummary {
  let [sum, squares, min, max] = [0, 0, Number.POSITIVE_INFINITY, 0]
  for (const weight of weights) {
    sum += weight
    squares += weight * weight
    min = Math.min(min, weight)
    max = Math.max(max, weight)
  }
  if (!(sum > 0)) throw new RangeError('ウエイトの合計が0です')
  const effectiveAnswers = (sum * sum) / squares
  return {
    answers: weights.length,
    sum,
    min,
    max,
    ratio: max / min,
    kishDesignEffect: weights.length / effectiveAnswers,
    effectiveAnswers,
  }
}
