import { rounded } from '../order.ts'
import { dot, type SparseVector, sumOf } from './tf-idf.ts'

/** Places of the texts by which a group is shown, so that its middle does not hide its edges. */
export type Representatives = {
  /** The one nearest to the middle. */
  medoid: number
  /** The one farthest from the middle, and the one most unlike that; fewer in a group of less than three. */
  extremes: number[]
  /** Cosine of each with the middle, 0–1. */
  similarities: number[]
}

/**
 * The medoid of a group of texts by cosine with their sum, and its two extremes. Of equals the first counts, so hand them
 * in in a fixed order. A text without features lies at 0. Refuses an empty group (RangeError).
 */
export function representatives(vectors: readonly SparseVector[], dimensions: number): Representatives {
  if (vectors.length === 0) throw new RangeError('a group without texts')
  const similarities = cosines(vectors, sumOf(vectors, dimensions))
  const places = vectors.map((_, place) => place)
  const medoid = places.reduce((best, place) =>
    of(similarities, place) > of(similarities, best) ? place : best,
  )
  const others = places.filter((place) => place !== medoid)
  const edge = least(others, similarities)
  if (edge === undefined) return { medoid, extremes: [], similarities }
  const opposite = least(
    others.filter((place) => place !== edge),
    cosines(vectors, sumOf([vectors[edge] as SparseVector], dimensions)),
  )
  return { medoid, extremes: opposite === undefined ? [edge] : [edge, opposite], similarities }
}

function cosines(vectors: readonly SparseVector[], direction: Float64Array): number[] {
  const length = Math.sqrt(direction.reduce((all, value) => all + value * value, 0))
  return vectors.map((vector) => (length > 0 ? rounded(dot(vector, direction) / length) : 0))
}

const of = (values: readonly number[], place: number) => values[place] ?? 0

const least = (places: readonly number[], values: readonly number[]): number | undefined =>
  places.length === 0
    ? undefined
    : places.reduce((best, place) => (of(values, place) < of(values, best) ? place : best))
