import { dot, type SparseVector, sumOf } from './tf-idf.ts'

/**
 * Mean silhouette (Rousseeuw 1987) with cosine distance, −1 … 1: how much nearer the texts are to their own
 * cluster than to the next. A text alone in its cluster counts 0. Mean distances follow from the sums of
 * vectors, without all pairs.
 */
export function silhouette(vectors: readonly SparseVector[], labels: Int32Array, dimensions: number): number {
  const clusters = clustersOf(labels)
  if (clusters.length < 2) return 0
  const sums = clusters.map((places) =>
    sumOf(
      places.map((place) => vectors[place] as SparseVector),
      dimensions,
    ),
  )
  let total = 0
  for (const [place, vector] of vectors.entries()) {
    const own = labels[place] as number
    const size = clusters[own]?.length ?? 0
    if (size < 2) continue
    let inside = 1
    let nearest = Number.POSITIVE_INFINITY
    for (const [label, sum] of sums.entries()) {
      const alike = dot(vector, sum)
      if (label === own) inside = 1 - (alike - squaredLength(vector)) / (size - 1)
      else nearest = Math.min(nearest, 1 - alike / (clusters[label]?.length ?? 1))
    }
    const larger = Math.max(inside, nearest)
    if (larger > 0) total += (nearest - inside) / larger
  }
  return total / vectors.length
}

/** Places by cluster. Labels are 0, 1, … without gaps. */
export function clustersOf(labels: Int32Array): number[][] {
  const clusters: number[][] = []
  for (const [place, label] of labels.entries()) {
    const members = clusters[label]
    if (members) members.push(place)
    else clusters[label] = [place]
  }
  return clusters
}

const squaredLength = ({ weights }: SparseVector) => weights.reduce((sum, weight) => sum + weight * weight, 0)
