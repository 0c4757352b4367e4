import { chiSquareUpper } from '../distributions/distributions.ts'

/** Counts of a table by rows, rows × columns of them. */
export type CountTable = { rows: number; columns: number; counts: ArrayLike<number> }

/** The test with what helps to read it. */
export type PearsonTest = {
  statistic: number
  degreesOfFreedom: number
  p: number
  /** 2×2 only: with Yates' continuity correction. */
  yates?: { statistic: number; p: number }
  /** 2×2 only: Fisher's exact test, two-sided by the probability of the tables. */
  fisherP?: number
  cramersV: number
  /** (o − e)/√(e(1−row share)(1−column share)), by rows of the table kept. */
  adjustedResiduals: Float64Array
  /** Share of expected counts below 5; above 0.2 the test is doubtful. */
  smallExpectedShare: number
  /** Rows and columns left out because they are empty. */
  dropped: { rows: number[]; columns: number[] }
}

/**
 * Pearson's χ² of independence on unweighted counts, df = (r−1)(c−1), no correction outside 2×2.
 *
 * Empty rows and columns are dropped and named. Gives undefined when only one row or column is left: no test.
 */
export function pearsonTest(table: CountTable): PearsonTest | undefined {
  const { kept, dropped } = withoutEmpty(table)
  if (kept.rows < 2 || kept.columns < 2) return undefined
  const { rows, columns } = kept
  const counts = Float64Array.from(kept.counts)
  const margins = marginsOf(kept)
  const { total } = margins
  const expected = counts.map((_, cell) => expectedOf(margins, cell, columns))
  const square = (shift: number) =>
    counts.reduce((sum, count, cell) => {
      const e = expected[cell] as number
      return sum + Math.max(0, Math.abs(count - e) - Math.min(shift, Math.abs(count - e))) ** 2 / e
    }, 0)
  const statistic = square(0)
  const degreesOfFreedom = (rows - 1) * (columns - 1)
  const isTwoByTwo = rows === 2 && columns === 2
  const corrected = square(0.5)
  return {
    statistic,
    degreesOfFreedom,
    p: chiSquareUpper(statistic, degreesOfFreedom),
    ...(isTwoByTwo
      ? { yates: { statistic: corrected, p: chiSquareUpper(corrected, 1) }, fisherP: fisherTest(counts) }
      : {}),
    cramersV: Math.sqrt(statistic / (total * Math.min(rows - 1, columns - 1))),
    adjustedResiduals: counts.map((count, cell) => {
      const e = expected[cell] as number
      const rowShare = (margins.rowSums[Math.floor(cell / columns)] as number) / total
      const columnShare = (margins.columnSums[cell % columns] as number) / total
      return (count - e) / Math.sqrt(e * (1 - rowShare) * (1 - columnShare))
    }),
    smallExpectedShare: expected.filter((e) => e < 5).length / expected.length,
    dropped,
  }
}

/** Sums of the rows and columns, and of all. */
export type TableMargins = { rowSums: Float64Array; columnSums: Float64Array; total: number }

/** Margins of a table of counts. */
export function marginsOf({ rows, columns, counts }: CountTable): TableMargins {
  const rowSums = new Float64Array(rows)
  const columnSums = new Float64Array(columns)
  let total = 0
  for (let cell = 0; cell < rows * columns; cell++) {
    const count = counts[cell] as number
    const [row, column] = [Math.floor(cell / columns), cell % columns]
    rowSums[row] = (rowSums[row] as number) + count
    columnSums[column] = (columnSums[column] as number) + count
    total += count
  }
  return { rowSums, columnSums, total }
}

const expectedOf = ({ rowSums, columnSums, total }: TableMargins, cell: number, columns: number) =>
  ((rowSums[Math.floor(cell / columns)] as number) * (columnSums[cell % columns] as number)) / total

/** The table without rows and columns that are all 0, and which they were. */
export function withoutEmpty(table: CountTable) {
  const { rowSums, columnSums } = marginsOf(table)
  const places = (sums: Float64Array, isKept: boolean) =>
    [...sums.keys()].filter((place) => (sums[place] as number) > 0 === isKept)
  const [rows, columns] = [places(rowSums, true), places(columnSums, true)]
  const counts = rows.flatMap((row) =>
    columns.map((column) => table.counts[row * table.columns + column] as number),
  )
  return {
    kept: { rows: rows.length, columns: columns.length, counts },
    keptRows: rows,
    keptColumns: columns,
    dropped: { rows: places(rowSums, false), columns: places(columnSums, false) },
  }
}

/**
 * Fisher's exact test of a 2×2 table by rows: the sum of the probabilities of all tables no likelier than
 * this one.
 */
export function fisherTest(counts: ArrayLike<number>): number {
  const [a = 0, b = 0, c = 0, d = 0] = Array.from(counts)
  const [first, column, total] = [a + b, a + c, a + b + c + d]
  const least = Math.max(0, first + column - total)
  const most = Math.min(first, column)
  // Ratios of neighbouring hypergeometric probabilities; the largest is scaled to stay in range.
  const logs: number[] = [0]
  for (let cell = least; cell < most; cell++) {
    const up = ((first - cell) * (column - cell)) / ((cell + 1) * (total - first - column + cell + 1))
    logs.push((logs.at(-1) as number) + Math.log(up))
  }
  const peak = Math.max(...logs)
  const shares = logs.map((log) => Math.exp(log - peak))
  const own = shares[a - least] as number
  const sum = (parts: number[]) => parts.reduce((left, right) => left + right, 0)
  return Math.min(1, sum(shares.filter((share) => share <= own * (1 + 1e-7))) / sum(shares))
}
