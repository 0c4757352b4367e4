import { byCodeUnit } from '../order.ts'

/**
 * A vector of length 1 (or of no features, when a text has no word that another has too). Features ascend.
 */
export type SparseVector = { features: Int32Array; weights: Float64Array }

export type TfIdf = {
  vectors: SparseVector[]
  /** The word of each feature, in order of code units. */
  words: string[]
}

/**
 * tf-idf with (1 + ln tf) · (ln((1 + N) / (1 + df)) + 1), scaled to length 1 (“ltc” of Salton and Buckley
 * 1988 with the smoothed idf of scikit-learn). Words of a single text are left out: they tie it to nothing.
 */
export function tfIdf(texts: readonly (readonly string[])[]): TfIdf {
  const frequencies = texts.map(countsOf)
  const documents = new Map<string, number>()
  for (const counts of frequencies) {
    for (const word of counts.keys()) documents.set(word, (documents.get(word) ?? 0) + 1)
  }
  const words = [...documents].flatMap(([word, count]) => (count > 1 ? [word] : [])).sort(byCodeUnit)
  const features = new Map(words.map((word, feature) => [word, feature]))
  const idf = words.map((word) => Math.log((1 + texts.length) / (1 + (documents.get(word) ?? 0))) + 1)
  const vectors = frequencies.map((counts) => {
    const entries = [...counts].flatMap(([word, count]): [number, number][] => {
      const feature = features.get(word)
      return feature === undefined ? [] : [[feature, (1 + Math.log(count)) * (idf[feature] ?? 0)]]
    })
    return unitVector(entries.sort(([a], [b]) => a - b))
  })
  return { vectors, words }
}

/** How often each word occurs. */
export function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function unitVector(entries: readonly [number, number][]): SparseVector {
  const length = Math.sqrt(entries.reduce((sum, [, weight]) => sum + weight * weight, 0))
  return {
    features: Int32Array.from(entries, ([feature]) => feature),
    weights: Float64Array.from(entries, ([, weight]) => weight / length),
  }
}

/** The sum of vectors as a dense vector. */
export function sumOf(vectors: readonly SparseVector[], dimensions: number): Float64Array {
  const sum = new Float64Array(dimensions)
  for (const vector of vectors) {
    for (const [at, feature] of vector.features.entries()) {
      sum[feature] = (sum[feature] as number) + (vector.weights[at] as number)
    }
  }
  return sum
}

/** The inner product of a sparse and a dense vector. */
export function dot({ features, weights }: SparseVector, dense: Float64Array): number {
  let sum = 0
  for (let at = 0; at < features.length; at++) {
    sum += (weights[at] as number) * (dense[features[at] as number] as number)
  }
  return sum
}
