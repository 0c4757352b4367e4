/** A square matrix by rows, in one array of size × size. */
export type SquareMatrix = { size: number; values: Float64Array }

/**
 * Lower triangle L with L·Lᵀ = the matrix, which must be symmetric and positive definite.
 *
 * A pivot below 1e−12 of its diagonal is a RangeError: some column is a combination of others.
 */
export function cholesky({ size, values }: SquareMatrix): SquareMatrix {
  const lower = new Float64Array(size * size)
  const at = (row: number, column: number) => lower[row * size + column] as number
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      const given = values[row * size + column] as number
      let rest = given
      for (let k = 0; k < column; k++) rest -= at(row, k) * at(column, k)
      if (row !== column) lower[row * size + column] = rest / at(column, column)
      else {
        if (!(rest > Math.abs(given) * 1e-12)) throw new RangeError('行列が特異です（従属する列があります）')
        lower[row * size + row] = Math.sqrt(rest)
      }
    }
  }
  return { size, values: lower }
}

/** Solves L·x = b for a lower triangle. */
export function solveLower({ size, values }: SquareMatrix, right: ArrayLike<number>): Float64Array {
  const solution = new Float64Array(size)
  for (let row = 0; row < size; row++) {
    let rest = right[row] as number
    for (let k = 0; k < row; k++) rest -= (values[row * size + k] as number) * (solution[k] as number)
    solution[row] = rest / (values[row * size + row] as number)
  }
  return solution
}

/** Solves L·Lᵀ·x = b. */
export function solveCholesky(lower: SquareMatrix, right: ArrayLike<number>): Float64Array {
  const { size, values } = lower
  const solution = solveLower(lower, right)
  for (let row = size - 1; row >= 0; row--) {
    let rest = solution[row] as number
    for (let k = row + 1; k < size; k++) rest -= (values[k * size + row] as number) * (solution[k] as number)
    solution[row] = rest / (values[row * size + row] as number)
  }
  return solution
}
