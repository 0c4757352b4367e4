/** Eigenvalues, largest first, and for each its vector of length 1. */
export type Eigen = { values: number[]; vectors: number[][] }

const mostSweeps = 60

/**
 * Eigenvalues and vectors of a symmetric matrix by Jacobi's rotations (Golub and Van Loan, §8.5), row by row.
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  const a = matrix.map((row) => [...row])
  const vectors = a.map((_, at) => a.map((_, column) => (at === column ? 1 : 0)))
  for (let sweep = 0; sweep < mostSweeps && offDiagonal(a) > 1e-24; sweep++) {
    for (let p = 0; p < a.length; p++) for (let q = p + 1; q < a.length; q++) rotate(a, vectors, [p, q])
  }
  const order = a.map((_, at) => at).sort((x, y) => at(a, y, y) - at(a, x, x) || x - y)
  return {
    values: order.map((column) => at(a, column, column)),
    vectors: order.map((column) => vectors.map((row) => row[column] ?? 0)),
  }
}

const at = (matrix: readonly (readonly number[])[], row: number, column: number) => matrix[row]?.[column] ?? 0

const offDiagonal = (a: readonly (readonly number[])[]) =>
  a.reduce((sum, row, p) => sum + row.reduce((all, value, q) => (p === q ? all : all + value * value), 0), 0)

/** Turns the plane of two axes so that their off-diagonal element becomes 0. */
function rotate(a: number[][], vectors: number[][], [p, q]: [number, number]): void {
  const apart = at(a, p, q)
  if (apart === 0) return
  const theta = (at(a, q, q) - at(a, p, p)) / (2 * apart)
  const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1))
  const cosine = 1 / Math.sqrt(tangent * tangent + 1)
  const sine = tangent * cosine
  for (const row of [...a, ...vectors]) {
    const [x, y] = [row[p] ?? 0, row[q] ?? 0]
    row[p] = cosine * x - sine * y
    row[q] = sine * x + cosine * y
  }
  const [first, second] = [a[p] ?? [], a[q] ?? []]
  for (let column = 0; column < a.length; column++) {
    const [x, y] = [first[column] ?? 0, second[column] ?? 0]
    first[column] = cosine * x - sine * y
    second[column] = sine * x + cosine * y
  }
}
