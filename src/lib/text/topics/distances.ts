import type { SparseVector } from './tf-idf.ts'

/** Squared distances between all pairs of `count` things, each pair once. */
export type Distances = { count: number; values: Float32Array }

/** Squared Euclidean distances of vectors of length 1: 2 − 2 · cosine. */
export function distancesOf(vectors: readonly SparseVector[]): Distances {
  const count = vectors.length
  const values = new Float32Array((count * (count - 1)) / 2)
  const holders = new Map<number, { place: number; weight: number }[]>()
  const row = new Float64Array(count)
  for (const [place, { features, weights }] of vectors.entries()) {
    row.fill(0, 0, place)
    for (const [at, feature] of features.entries()) {
      const weight = weights[at] as number
      const same = holders.get(feature)
      for (const other of same ?? []) row[other.place] = (row[other.place] as number) + other.weight * weight
      if (same) same.push({ place, weight })
      else holders.set(feature, [{ place, weight }])
    }
    for (let other = 0; other < place; other++) {
      values[pairPlace(place, other)] = Math.max(0, 2 - 2 * (row[other] as number))
    }
  }
  return { count, values }
}

/** Where a pair stands: row by row below the diagonal. */
export const pairPlace = (a: number, b: number): number =>
  a > b ? (a * (a - 1)) / 2 + b : (b * (b - 1)) / 2 + a
