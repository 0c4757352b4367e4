/**
 * A percentage with one decimal, rounded half up on the exact ratio of whole numbers: 1 of 16 is 6.3.
 *
 * 「-」 is none at all, 「0.0」 is less than 0.05. Refuses what are no whole numbers or a count above 10¹².
 */
export function percentWords(count: number, base: number): string {
  if (
    !(Number.isSafeInteger(count) && Number.isSafeInteger(base) && count >= 0 && count <= 1e12 && base >= 0)
  )
    throw new RangeError('件数は0以上の整数です')
  if (count === 0 || base === 0) return '-'
  const tenths = (BigInt(count) * 2000n + BigInt(base)) / (BigInt(base) * 2n)
  return `${tenths / 10n}.${tenths % 10n}`
}

/**
 * A weighted percentage with one decimal, half up in decimal: a share within 1e−12 of a half counts as the
 * half.
 *
 * Weights are no whole numbers, so there is no exact ratio to round.
 */
export function weightedPercentWords(share: number): string {
  if (!(share > 0)) return '-'
  const tenths = Math.floor(share * 1000 + 0.5 + 1e-9)
  return `${Math.floor(tenths / 10)}.${tenths % 10}`
}
