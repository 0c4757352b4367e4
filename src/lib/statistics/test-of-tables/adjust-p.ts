/** How p-values of one table are adjusted for their number. */
export type Adjustment = 'holm' | 'benjamini-hochberg' | 'none'

/**
 * Adjusted p-values in the order given: Holm (1979, the default) or Benjamini & Hochberg (1995), as R
 * `p.adjust`.
 */
export function adjustedP(values: readonly number[], adjustment: Adjustment = 'holm'): number[] {
  if (adjustment === 'none') return [...values]
  const order = [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number))
  const count = values.length
  const adjusted = new Array<number>(count)
  if (adjustment === 'holm') {
    let largest = 0
    for (const [rank, place] of order.entries()) {
      largest = Math.max(largest, Math.min(1, (count - rank) * (values[place] as number)))
      adjusted[place] = largest
    }
    return adjusted
  }
  let smallest = 1
  for (let rank = count - 1; rank >= 0; rank--) {
    const place = order[rank] as number
    smallest = Math.min(smallest, (count / (rank + 1)) * (values[place] as number))
    adjusted[place] = smallest
  }
  return adjusted
}
