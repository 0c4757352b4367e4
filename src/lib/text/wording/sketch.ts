import type { NumberSet } from './number-sets.ts'

/** 256 bits of each set, one after the other: each feature sets one bit. */
export type Sketches = Uint32Array

const wordsEach = 8

export function sketchesOf(sets: readonly NumberSet[]): Sketches {
  const sketches = new Uint32Array(sets.length * wordsEach)
  for (const [place, set] of sets.entries()) {
    for (const feature of set) {
      const hash = Math.imul(feature, 0x9e3779b1) >>> 24
      const word = place * wordsEach + (hash >>> 5)
      sketches[word] = (sketches[word] as number) | (1 << (hash & 31))
    }
  }
  return sketches
}

/**
 * How many features two sets can share at most (bitmap filter of Sandes, Teodoro and Melo 2019): every bit in
 * which the sketches differ is a feature only one of them has.
 */
export function mostShared(sketches: Sketches, a: { place: number; size: number }, b: typeof a): number {
  let different = 0
  const [from, other] = [a.place * wordsEach, b.place * wordsEach]
  for (let word = 0; word < wordsEach; word++) {
    different += bitCount((sketches[from + word] as number) ^ (sketches[other + word] as number))
  }
  return (a.size + b.size - different) >> 1
}

/** Ones in 32 bits, added up in pairs, fours and eights. */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
