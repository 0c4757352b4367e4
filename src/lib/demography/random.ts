import { xoshiro128From } from '../xoshiro128.ts'

/** Uniform draws in the open interval (0, 1). */
export type Draw = () => number

/** The same draws for a seed on every machine: two outputs of xoshiro128** make one number of 53 bits. */
export function randomFrom(seed: number): Draw {
  const next = xoshiro128From(seed)
  return () => {
    const high = next() >>> 5
    const low = next() >>> 6
    return (high * 67_108_864 + low + 0.5) / 9_007_199_254_740_992
  }
}
