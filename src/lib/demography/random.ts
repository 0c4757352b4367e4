/** Uniform draws in the open interval (0, 1). */
export type Draw = () => number

/**
 * A generator of uniform numbers that gives the same sequence for a seed on every machine: xoshiro128**
 * (Blackman & Vigna 2018, 32-bit integers only), its state filled from a 32-bit seed by a Weyl sequence
 * through the finalizer of MurmurHash3 (Appleby). Two outputs make one number of 53 bits.
 */
export function randomFrom(seed: number): Draw {
  const next = xoshiro128(spread(seed))
  return () => {
    const high = next() >>> 5
    const low = next() >>> 6
    return (high * 67_108_864 + low + 0.5) / 9_007_199_254_740_992
  }
}

/** Raw 32-bit outputs for a state of four words, not all zero. */
export function xoshiro128(state: Uint32Array): () => number {
  let [a, b, c, d] = state as unknown as [number, number, number, number]
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotateLeft(d, 11)
    return result
  }
}

const rotateLeft = (word: number, bits: number) => (word << bits) | (word >>> (32 - bits))

function spread(seed: number): Uint32Array {
  const golden = 0x9e3779b9
  return Uint32Array.from({ length: 4 }, (_, at) => mixed((seed + Math.imul(golden, at + 1)) >>> 0))
}

function mixed(word: number): number {
  let bits = word
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
