/**
 * Raw 32-bit outputs that are the same for a seed on every machine: xoshiro128** 1.1 (Blackman and Vigna
 * 2018), its state of four words filled from a 32-bit seed by a Weyl sequence through the finalizer of
 * MurmurHash3 (Appleby). Never for secrets.
 */
export const xoshiro128From = (seed: number): (() => number) => xoshiro128(spread(seed))

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
