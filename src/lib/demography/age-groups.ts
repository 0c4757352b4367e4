import type { AgeGroups } from './projection-inputs.ts'

/** How many groups there are, the open one included. */
export const groupCount = ({ width, openFrom }: AgeGroups): number => openFrom / width + 1

/** `0-4 … 85-89, 90+`; single years `0 … 99, 100+`. */
export function ageLabels(ages: AgeGroups): string[] {
  return Array.from({ length: groupCount(ages) }, (_, group) => ageLabel(ages, group))
}

export function ageLabel({ width, openFrom }: AgeGroups, group: number): string {
  const from = group * width
  if (from >= openFrom) return `${openFrom}+`
  return width === 1 ? String(from) : `${from}-${from + width - 1}`
}

/** 0～4歳, 90歳以上. */
export function ageWords({ width, openFrom }: AgeGroups, group: number): string {
  const from = group * width
  if (from >= openFrom) return `${openFrom}歳以上`
  return width === 1 ? `${from}歳` : `${from}～${from + width - 1}歳`
}

/**
 * The share of each group that lies in `[from, to)` years, length n. A group that is cut counts in proportion
 * to its years, as if everyone in it were spread evenly. `to` Infinity takes the open group; a limit inside
 * the open group is refused with RangeError, because nothing is known about ages in it.
 */
export function bandShares(ages: AgeGroups, from: number, to: number): Float64Array {
  const shares = new Float64Array(groupCount(ages))
  const open = shares.length - 1
  if ((to > ages.openFrom && to !== Number.POSITIVE_INFINITY) || from > ages.openFrom || from < 0) {
    throw new RangeError(
      `${from}歳から${to}歳未満は、${ages.openFrom}歳以上をまとめた年齢区分では分かりません`,
    )
  }
  for (let group = 0; group < open; group += 1) {
    const begins = group * ages.width
    const years = Math.min(to, begins + ages.width) - Math.max(from, begins)
    shares[group] = Math.max(0, years) / ages.width
  }
  shares[open] = to === Number.POSITIVE_INFINITY ? 1 : 0
  return shares
}

/** First and last index of the groups of women of 15 to 49. */
export function fertileGroups({ width }: AgeGroups): { first: number; last: number } {
  return { first: 15 / width, last: 50 / width - 1 }
}
