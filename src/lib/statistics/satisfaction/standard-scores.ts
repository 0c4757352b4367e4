/** Divisor of a standard deviation: `sample` k − 1, `population` k. It is printed with the figure. */
export type Deviation = 'sample' | 'population'

/** Arithmetic mean; NaN of nothing. */
export const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Standard deviation with the named divisor; NaN of a single value as a sample. */
export function deviationOf(values: readonly number[], deviation: Deviation): number {
  const mean = meanOf(values)
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / (values.length - (deviation === 'sample' ? 1 : 0)))
}

/** 偏差値: 50 + 10·(v − mean)/sd. Undefined where all values are equal: no chart can be drawn. */
export function standardScores(values: readonly number[], deviation: Deviation): number[] | undefined {
  const sd = deviationOf(values, deviation)
  const mean = meanOf(values)
  return sd > 0 ? values.map((value) => 50 + (10 * (value - mean)) / sd) : undefined
}
