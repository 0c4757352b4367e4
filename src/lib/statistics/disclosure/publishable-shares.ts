/** Which shares of one column may be shown: counts of its lines, the total, and what is hidden. */
export type ColumnShares = {
  weights: readonly number[]
  counts: readonly number[]
  isHidden: (line: number) => boolean
  isTotalHidden: boolean
  /** Fewest respondents a share may be of (10). */
  leastBase?: number
}

/**
 * Weighted shares (0–1) of a column as they may be published: null where the count is hidden, everywhere
 * where the total is hidden or rests on fewer than `leastBase` respondents.
 *
 * Suppression looks at unweighted counts; a share beside a shown base gives its count away, so it follows
 * it. No error belongs beside a hidden share.
 */
export function publishableShares({
  weights,
  counts,
  isHidden,
  isTotalHidden,
  leastBase = 10,
}: ColumnShares): (number | null)[] {
  const base = counts.reduce((sum, count) => sum + count, 0)
  const weight = weights.reduce((sum, part) => sum + part, 0)
  if (isTotalHidden || base < leastBase || !(weight > 0)) return weights.map(() => null)
  return weights.map((part, line) => (isHidden(line) ? null : part / weight))
}
