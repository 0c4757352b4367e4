/** Arithmetic mean; of nothing there is none. */
export function meanOf(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('no values')
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Standard deviation of a whole population: divided by n, not by n − 1. */
export function populationDeviation(values: readonly number[]): number {
  const mean = meanOf(values)
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)))
}

/** Skewness of a population (third standardised moment, g1); 0 where all values are equal. */
export function skewnessOf(values: readonly number[]): number {
  const mean = meanOf(values)
  const deviation = populationDeviation(values)
  return isFlat(values, deviation) ? 0 : meanOf(values.map((value) => ((value - mean) / deviation) ** 3))
}

/** Equal values give a deviation of rounding errors, not of zero. */
export const isFlat = (values: readonly number[], deviation = populationDeviation(values)): boolean =>
  deviation <= 1e-12 * Math.max(1, ...values.map(Math.abs))

/**
 * 偏差値: `50 + 10·d·(x − μ)/σ` over a whole group. `sign` −1 turns it where lower is better.
 */
export function standardScore(value: number, values: readonly number[], sign: 1 | -1 = 1): number {
  const deviation = populationDeviation(values)
  if (isFlat(values, deviation)) throw new RangeError('all values are equal')
  return 50 + (10 * sign * (value - meanOf(values))) / deviation
}

/** Share of values below, half of the equal ones counted (mid-rank percentile), 0–100. */
export function percentileOf(value: number, values: readonly number[]): number {
  const below = values.filter((one) => one < value).length
  const equal = values.filter((one) => one === value).length
  return (100 * (below + equal / 2)) / values.length
}
