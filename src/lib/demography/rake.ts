import { refuse } from './projection-error.ts'

/** A table of areas (rows) by sex × age (columns), row after row, and what its margins have to be. */
export type TableToRake = {
  cells: Float64Array
  rows: readonly number[]
  columns: readonly number[]
}

const mostRounds = 200
const tolerance = 1e-10

/**
 * Iterative proportional fitting (Deming & Stephan 1940): scales rows and columns by turns, in place, until
 * no margin is off by more than 1e-10 of itself; zeros stay zeros. E-CTRL with the margin that cannot be
 * reached otherwise.
 */
export function rake(table: TableToRake): { rounds: number } {
  const rowSum = table.rows.reduce((sum, value) => sum + value, 0)
  const columnSum = table.columns.reduce((sum, value) => sum + value, 0)
  if (Math.abs(rowSum - columnSum) > 1e-9 * Math.max(1, rowSum)) {
    refuse('E-CTRL', 'rake', `行の合計（${rowSum}人）と列の合計（${columnSum}人）が違います`)
  }
  for (let round = 1; round <= mostRounds; round += 1) {
    for (const row of table.rows.keys()) scaleLine(table, lineOfRow(table, row))
    for (const column of table.columns.keys()) scaleLine(table, lineOfColumn(table, column))
    if (worstRow(table).error <= tolerance) return { rounds: round }
  }
  const { row, error } = worstRow(table)
  const words = `${mostRounds}回くり返しても、${row + 1}番目の地域の合計が合いません（差 ${(error * 100).toPrecision(3)}％）`
  return refuse('E-CTRL', `rake.rows.${row}`, words)
}

type Line = { start: number; stride: number; count: number; goal: number; name: string }

const lineOfRow = ({ rows, columns }: TableToRake, row: number): Line => ({
  start: row * columns.length,
  stride: 1,
  count: columns.length,
  goal: rows[row] as number,
  name: `${row + 1}番目の地域`,
})

const lineOfColumn = ({ rows, columns }: TableToRake, column: number): Line => ({
  start: column,
  stride: columns.length,
  count: rows.length,
  goal: columns[column] as number,
  name: `${column + 1}番目の年齢区分`,
})

function scaleLine({ cells }: TableToRake, line: Line) {
  const sum = sumOf(cells, line)
  if (sum === 0 && line.goal !== 0) {
    refuse('E-CTRL', 'rake', `${line.name}には誰もいないので、${line.goal}人にできません`)
  }
  if (sum === 0) return
  const factor = line.goal / sum
  for (let at = 0; at < line.count; at += 1) {
    const cell = line.start + at * line.stride
    cells[cell] = (cells[cell] as number) * factor
  }
}

function sumOf(cells: Float64Array, { start, stride, count }: Line): number {
  let sum = 0
  for (let at = 0; at < count; at += 1) sum += cells[start + at * stride] as number
  return sum
}

function worstRow(table: TableToRake): { row: number; error: number } {
  let worst = { row: 0, error: 0 }
  for (const row of table.rows.keys()) {
    const line = lineOfRow(table, row)
    const error = Math.abs(sumOf(table.cells, line) - line.goal) / Math.max(line.goal, 1e-9)
    if (error > worst.error) worst = { row, error }
  }
  return worst
}
