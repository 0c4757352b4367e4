import { cholesky, type SquareMatrix, solveLower } from './cholesky.ts'

/** Eigenvalues of a symmetric matrix, largest first. Cyclic Jacobi rotations (Golub & Van Loan, §8.5). */
export function eigenvalues({ size, values }: SquareMatrix): number[] {
  const work = { size, values: Float64Array.from(values) }
  for (let sweep = 0; sweep < 60 && offDiagonal(work) > 0; sweep++) {
    for (let p = 0; p < size - 1; p++) for (let q = p + 1; q < size; q++) rotate(work, p, q)
  }
  const diagonal = Array.from({ length: size }, (_, place) => work.values[place * size + place] as number)
  return diagonal.sort((a, b) => b - a)
}

/** What stands beside the diagonal, 0 when it is nothing against the diagonal. */
function offDiagonal({ size, values }: SquareMatrix): number {
  let off = 0
  let on = 0
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const square = (values[row * size + column] as number) ** 2
      if (row === column) on += square
      else off += square
    }
  }
  return off <= on * 1e-32 ? 0 : off
}

function rotate({ size, values }: SquareMatrix, p: number, q: number) {
  const between = values[p * size + q] as number
  if (between === 0) return
  const slope = ((values[q * size + q] as number) - (values[p * size + p] as number)) / (2 * between)
  const tangent = (slope >= 0 ? 1 : -1) / (Math.abs(slope) + Math.hypot(slope, 1))
  const cosine = 1 / Math.hypot(tangent, 1)
  const sine = tangent * cosine
  for (let k = 0; k < size; k++) turn(values, [k * size + p, k * size + q], [cosine, sine])
  for (let k = 0; k < size; k++) turn(values, [p * size + k, q * size + k], [cosine, sine])
}

function turn(values: Float64Array, [i, j]: [number, number], [cosine, sine]: [number, number]) {
  const a = values[i] as number
  const b = values[j] as number
  values[i] = cosine * a - sine * b
  values[j] = sine * a + cosine * b
}

/**
 * Eigenvalues of A⁻¹·B for a positive definite A and a symmetric B: those of L⁻¹·B·L⁻ᵀ with A = L·Lᵀ.
 *
 * Refuses (RangeError) an A that is singular.
 */
export function relativeEigenvalues(base: SquareMatrix, other: SquareMatrix): number[] {
  const { size } = base
  const lower = cholesky(base)
  const half = transposedSolve(lower, other.values)
  const both = transposedSolve(lower, half)
  return eigenvalues({ size, values: both })
}

/** (L⁻¹·M)ᵀ, column by column. */
function transposedSolve(lower: SquareMatrix, matrix: Float64Array): Float64Array {
  const { size } = lower
  const result = new Float64Array(size * size)
  const column = new Float64Array(size)
  for (let place = 0; place < size; place++) {
    for (let row = 0; row < size; row++) column[row] = matrix[row * size + place] as number
    result.set(solveLower(lower, column), place * size)
  }
  return result
}
