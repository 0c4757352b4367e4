import { byCodeUnit } from '../order.ts'

/** A set of features as sorted numbers; a smaller number is a rarer feature. */
export type NumberSet = Int32Array

const shingleLength = 5

/** The distinct runs of five characters (UTF-16 units) of a text; a shorter text is one run, an empty one none. */
export function shinglesOf(text: string): Set<string> {
  if (text === '') return new Set()
  const shingles = new Set<string>()
  for (let at = 0; at <= Math.max(0, text.length - shingleLength); at++) {
    shingles.add(text.slice(at, at + shingleLength))
  }
  return shingles
}

/** Numbers features by rarity (then code unit), so that every set begins with what it shares with the fewest others. */
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
  const shared = sharedCount(a, b)
  return shared / (a.length + b.length - shared)
}

function sharedCount(a: NumberSet, b: NumberSet): number {
  let shared = 0
  let left = 0
  let right = 0
  while (left < a.length && right < b.length) {
    const difference = (a[left] ?? 0) - (b[right] ?? 0)
    if (difference === 0) shared++
    if (difference <= 0) left++
    if (difference >= 0) right++
  }
  return shared
}
