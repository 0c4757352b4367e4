import { xoshiro128From } from '../xoshiro128.ts'

/** Numbers from 0 (included) to 1 (excluded). */
export type Random = () => number

/**
 * The same numbers for a seed on every machine: xoshiro128**, seeded by the FNV-1a hash of the text. For
 * grouping, never for secrets.
 */
export function seededRandom(seed: string): Random {
  const next = xoshiro128From(fnv1a(seed))
  return () => next() / 2 ** 32
}

/** 32 bits of a text: FNV-1a over its UTF-16 units, two bytes each. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193)
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193)
  }
  return hash >>> 0
}

/** The elements in random order (Fisher and Yates). */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const mixed = [...items]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = mixed[at] as Item
    mixed[at] = mixed[other] as Item
    mixed[other] = kept
  }
  return mixed
}
