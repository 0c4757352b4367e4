import { type NumberSet, sharedAtLeast } from './number-sets.ts'
import { mostShared, type Sketches, sketchesOf } from './sketch.ts'

/** A pair of sets by their places, the smaller first, and how alike they are (Jaccard, 0–1). */
export type SimilarPair = { first: number; second: number; similarity: number }

export type PairSearch = {
  threshold: number
  visit: (pair: SimilarPair) => void
  /** Asked after each visit: a threshold that rose, for those who keep only the strongest pairs. */
  risen?: () => number
  /** Pairs nobody asks for any more, such as those already joined. */
  isSettled?: (first: number, second: number) => boolean
}

/** Guards a ceiling against products such as 0.8 × 5 = 4.000000000000001. */
const hair = 1e-9

/**
 * Visits every pair of sets with a Jaccard similarity of at least the threshold (0 < threshold ≤ 1), exactly.
 *
 * Prefix and length filter of Bayardo, Ma and Srikant (2007) and Xiao et al. (PPJoin, 2008): two sets that
 * are alike share one of their rarest features, and neither is much longer than the other. Empty sets are
 * left out.
 */
export function findSimilarPairs(sets: readonly NumberSet[], search: PairSearch): void {
  const check = pairCheck(sets, search)
  const order = sets.map((_, place) => place).filter((place) => (sets[place]?.length ?? 0) > 0)
  order.sort((a, b) => (sets[a]?.length ?? 0) - (sets[b]?.length ?? 0) || a - b)
  const postings = new Map<number, Posting>()
  const lastSeen = new Int32Array(sets.length).fill(-1)
  for (const place of order) {
    const set = sets[place] as NumberSet
    const shortest = Math.ceil(check.threshold() * set.length - hair)
    for (const feature of set.subarray(0, set.length - shortest + 1)) {
      const posting = postings.get(feature)
      if (!posting) continue
      const { places } = posting
      while (posting.from < places.length && (sets[places[posting.from] as number]?.length ?? 0) < shortest)
        posting.from++
      for (let at = posting.from; at < places.length; at++) {
        const other = places[at] as number
        if (lastSeen[other] === place) continue
        lastSeen[other] = place
        check.pair(place, other)
      }
    }
    const bound = check.threshold()
    const needed = Math.ceil(((2 * bound) / (1 + bound)) * set.length - hair)
    for (const feature of set.subarray(0, set.length - needed + 1)) {
      const posting = postings.get(feature)
      if (posting) posting.places.push(place)
      else postings.set(feature, { places: [place], from: 0 })
    }
  }
}

/** Sets that hold a feature, the shortest first; those before `from` are too short for any set still to come. */
type Posting = { places: number[]; from: number }

/** Compares two sets, cheapest tests first, and hands what is alike to the visitor. */
function pairCheck(sets: readonly NumberSet[], { threshold: least, visit, risen, isSettled }: PairSearch) {
  if (!(least > 0 && least <= 1)) throw new RangeError(`threshold: ${least}`)
  let threshold = least
  const sketches: Sketches = sketchesOf(sets)
  return {
    threshold: () => Math.min(threshold, 1),
    pair(place: number, other: number): void {
      const [a, b] = [sets[place] as NumberSet, sets[other] as NumberSet]
      const needed = Math.ceil((threshold / (1 + threshold)) * (a.length + b.length) - hair)
      if (Math.min(a.length, b.length) < needed) return
      const bound = mostShared(sketches, { place, size: a.length }, { place: other, size: b.length })
      if (bound < needed) return
      const [first, second] = place < other ? [place, other] : [other, place]
      if (isSettled?.(first, second)) return
      const shared = sharedAtLeast(a, b, needed)
      if (shared === undefined) return
      const similarity = shared / (a.length + b.length - shared)
      if (similarity < threshold) return
      visit({ first, second, similarity })
      if (risen) threshold = Math.max(threshold, risen())
    },
  }
}

/**
 * Like `findSimilarPairs` for more sets than can be compared exactly: candidates by MinHash and banding, then
 * checked.
 */
export function findLikelyPairs(sets: readonly NumberSet[], search: PairSearch): void {
  const check = pairCheck(sets, search)
  const seen = new Set<number>()
  for (let band = 0; band < bands; band++) {
    const buckets = new Map<string, number[]>()
    for (const [place, set] of sets.entries()) {
      if (set.length === 0) continue
      const key = bandKey(set, band)
      const bucket = buckets.get(key) ?? []
      for (const other of bucket.slice(-mostInBucket)) {
        const pair = other * sets.length + place
        if (seen.has(pair)) continue
        seen.add(pair)
        check.pair(place, other)
      }
      bucket.push(place)
      buckets.set(key, bucket)
    }
  }
}

const bands = 32
const rows = 4
/** In a full bucket only the last are compared: all are alike, and a chain of pairs joins them as well. */
const mostInBucket = 50

/**
 * The smallest hash of the set under each of four hash functions (Broder 1997). With 32 bands of 4 rows a
 * pair of similarity s becomes a candidate with 1 − (1 − s⁴)³²: 0.87 at 0.5, over 0.999999 at 0.8.
 */
function bandKey(set: NumberSet, band: number): string {
  let key = ''
  for (let row = 0; row < rows; row++) {
    const salt = Math.imul(band * rows + row + 1, 0x9e3779b1)
    let smallest = 0xffffffff
    for (const feature of set) {
      const hash = mixed(feature ^ salt)
      if (hash < smallest) smallest = hash
    }
    key += `${smallest},`
  }
  return key
}

/** The finalizer of MurmurHash3 (Appleby): spreads 32 bits. */
function mixed(word: number): number {
  let hash = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
