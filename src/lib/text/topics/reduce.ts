import type { Random } from '../seeded-random.ts'
import type { SparseVector } from './tf-idf.ts'

/** Rows of a dense matrix, one after the other. */
export type Rows = { width: number; values: Float64Array }

const rounds = 4

/**
 * Latent semantic analysis (Deerwester et al. 1990): texts in the `width` directions in which they differ
 * most, found by orthogonal iteration on AᵀA (Golub and Van Loan, §8.2) from a random start. Rows have length
 * 1, or 0.
 */
export function reduceVectors(
  vectors: readonly SparseVector[],
  { dimensions, width, random }: { dimensions: number; width: number; random: Random },
): Rows {
  const basis: Rows = {
    width,
    values: Float64Array.from({ length: dimensions * width }, () => random() - 0.5),
  }
  orthonormalise(basis)
  for (let round = 0; round < rounds; round++) {
    transposedProduct(vectors, product(vectors, basis), basis)
    orthonormalise(basis)
  }
  const rows = product(vectors, basis)
  for (let at = 0; at < rows.values.length; at += width) scaleToOne(rows.values.subarray(at, at + width))
  return rows
}

function product(vectors: readonly SparseVector[], basis: Rows): Rows {
  const { width } = basis
  const values = new Float64Array(vectors.length * width)
  for (const [place, { features, weights }] of vectors.entries()) {
    for (let at = 0; at < features.length; at++) {
      const weight = weights[at] as number
      const from = (features[at] as number) * width
      for (let column = 0; column < width; column++) {
        const to = place * width + column
        values[to] = (values[to] as number) + weight * (basis.values[from + column] as number)
      }
    }
  }
  return { width, values }
}

function transposedProduct(vectors: readonly SparseVector[], rows: Rows, into: Rows): void {
  const { width } = rows
  into.values.fill(0)
  for (const [place, { features, weights }] of vectors.entries()) {
    for (let at = 0; at < features.length; at++) {
      const weight = weights[at] as number
      const to = (features[at] as number) * width
      for (let column = 0; column < width; column++) {
        const sum =
          (into.values[to + column] as number) + weight * (rows.values[place * width + column] as number)
        into.values[to + column] = sum
      }
    }
  }
}

/**
 * Gram and Schmidt, modified: columns become orthogonal and of length 1; one that is nothing but the others
 * becomes 0.
 */
function orthonormalise({ width, values }: Rows): void {
  const height = values.length / width
  const along = (a: number, b: number) => {
    let sum = 0
    for (let row = 0; row < height; row++) {
      sum += (values[row * width + a] as number) * (values[row * width + b] as number)
    }
    return sum
  }
  for (let column = 0; column < width; column++) {
    for (let before = 0; before < column; before++) {
      const share = along(before, column)
      for (let at = 0; at < values.length; at += width) {
        values[at + column] = (values[at + column] as number) - share * (values[at + before] as number)
      }
    }
    const length = Math.sqrt(along(column, column))
    for (let at = column; at < values.length; at += width) {
      values[at] = length > 1e-10 ? (values[at] as number) / length : 0
    }
  }
}

function scaleToOne(row: Float64Array): void {
  const length = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0))
  if (length > 0) for (let at = 0; at < row.length; at++) row[at] = (row[at] as number) / length
}
