import { byCodeUnit } from '../order.ts'

/** A set of features as sorted numbers; a smaller number is a rarer feature. */
export type NumberSet = Int32Array

const shingleLength = 5

/**
 * The distinct runs of five characters (UTF-16 units) of a text; a shorter text is one run, an empty one
 * none.
 */
export function shinglesOf(text: string): Set<string> {
  if (text === '') return new Set()
  const shingles = new Set<string>()
  for (let at = 0; at <= Math.max(0, text.length - shingleLength); at++) {
    shingles.add(text.slice(at, at + shingleLength))
  }
  return shingles
}

/**
 * Numbers features by rarity (then code unit), so that every set begins with what it shares with the fewest
 * others.
 */
export function numberSets(sets: readonly ReadonlySet<string>[]): NumberSet[] {
  const counts = new Map<string, number>()
  for (const set of sets) for (const feature of set) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const order = [...counts].sort(([a, x], [b, y]) => x - y || byCodeUnit(a, b))
  const numbers = new Map(order.map(([feature], number) => [feature, number]))
  return sets.map((set) => Int32Array.from(set, (feature) => numbers.get(feature) ?? 0).sort())
}

/** |A ∩ B| / |A ∪ B| (Jaccard 1901); two empty sets are the same text: 1. */
export function jaccard(a: NumberSet, b: NumberSet): number {
  if (a.length === 0 && b.length === 0) return 1
  const shared = sharedAtLeast(a, b, 0) ?? 0
  return shared / (a.length + b.length - shared)
}

/** How many features two sets share, or undefined as soon as it is clear that they are fewer than `least`. */
export function sharedAtLeast(a: NumberSet, b: NumberSet, least: number): number | undefined {
  let shared = 0
  let left = 0
  let right = 0
  let [spareLeft, spareRight] = [a.length - least, b.length - least]
  while (left < a.length && right < b.length) {
    const x = a[left] as number
    const y = b[right] as number
    if (x === y) {
      shared++
      left++
      right++
    } else if (x < y) {
      left++
      if (--spareLeft < 0) return undefined
    } else {
      right++
      if (--spareRight < 0) return undefined
    }
  }
  return shared >= least ? shared : undefined
}
