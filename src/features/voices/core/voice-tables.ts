import {
  type CrossTable,
  crossTable,
  type TableRow,
  valuesOf,
} from '#src/lib/text/small-cells/cross-table.ts'
import { suppressSmallCells } from '#src/lib/text/small-cells/suppress-small-cells.ts'

/** 何で分けて数えるか */
export const dimensions = ['経路', '地区', '年代', '分野'] as const
export type DimensionName = (typeof dimensions)[number]

/** One opinion for counting: its bands, and who said it. An opinion of two fields is two rows. */
export type CountRow = TableRow & { values: Partial<Record<DimensionName, string>> }

/** Two dimensions crossed, with their sums; `null` is a hidden count. The last row and column are the sums. */
export type CountGrid = {
  row: DimensionName
  column: DimensionName
  rows: string[]
  columns: string[]
  cells: (number | null)[][]
  hidden: number
}

export const unknown = '不明'
const least = 5

/** Every count as it is: for readers inside. */
export const rawGrid = (
  rows: readonly CountRow[],
  row: DimensionName,
  column: DimensionName,
): CountGrid | undefined =>
  rows.length === 0
    ? undefined
    : gridOf(crossTable(rows, [row, column], unknown), [row, column], (_, count) => count)

/**
 * The table as it may go out (秘匿): counts of fewer than five people, and those from which they could be worked out, are
 * hidden. Undefined where sums would have to be hidden too: the table is too fine.
 */
export function publicGrid(
  rows: readonly CountRow[],
  row: DimensionName,
  column: DimensionName,
): CountGrid | undefined {
  if (rows.length === 0) return undefined
  const table = crossTable(rows, [row, column], unknown)
  const shown = suppressSmallCells(table, { least })
  if (!shown) return undefined
  const grid = gridOf(table, [row, column], (cell) => shown.cells[cell]?.voices ?? null)
  const sums = [...(grid.cells.at(-1) ?? []), ...grid.cells.map((line) => line.at(-1) ?? null)]
  return sums.includes(null) ? undefined : grid
}

function gridOf(
  table: CrossTable,
  [row, column]: [DimensionName, DimensionName],
  shownOf: (cell: number, count: number) => number | null,
): CountGrid {
  const [rows = [], columns = []] = table.dimensions.map(({ values }) => values)
  const cells = Array.from({ length: rows.length + 1 }, () =>
    Array<number | null>(columns.length + 1).fill(0),
  )
  for (const [cell, count] of table.voices.entries()) {
    const [rowValue = null, columnValue = null] = valuesOf(table, cell)
    const line = cells[rowValue === null ? rows.length : rows.indexOf(rowValue)]
    if (line)
      line[columnValue === null ? columns.length : columns.indexOf(columnValue)] = shownOf(cell, count)
  }
  const hidden = cells.flat().filter((count) => count === null).length
  return { row, column, rows, columns, cells, hidden }
}

/**
 * Values that fewer than five people have become 「ほか」, so that the sums of every table may be shown and are the same
 * everywhere. Where the others together are still fewer than five, the next larger value joins them.
 */
export function coarsened(rows: readonly CountRow[], name: DimensionName): CountRow[] {
  const people = new Map<string, Set<string>>()
  for (const [at, { values, person = `\n${at}` }] of rows.entries()) {
    const value = values[name] ?? unknown
    people.set(value, (people.get(value) ?? new Set()).add(person))
  }
  const bySize = [...people].sort(([a, own], [b, other]) => own.size - other.size || (a < b ? -1 : 1))
  const merged = new Set<string>()
  const together = new Set<string>()
  for (const [value, own] of bySize) {
    if (own.size >= least && (merged.size === 0 || together.size >= least)) break
    merged.add(value)
    for (const person of own) together.add(person)
  }
  if (merged.size === 0) return [...rows]
  return rows.map((row) =>
    merged.has(row.values[name] ?? unknown) ? { ...row, values: { ...row.values, [name]: 'ほか' } } : row,
  )
}

/** The values of a dimension in the order of the town's lists; what is in none of them, then ほか and 不明, come last. */
export function inOrder(
  grid: CountGrid,
  orders: Readonly<Record<DimensionName, readonly string[]>>,
): CountGrid {
  const placesOf = (values: readonly string[], order: readonly string[]) => {
    const rank = (value: string) => {
      if (value === unknown) return order.length + 2
      if (value === 'ほか') return order.length + 1
      const place = order.indexOf(value)
      return place < 0 ? order.length : place
    }
    const sorted = values.map((value, place) => ({ value, place }))
    sorted.sort((a, b) => rank(a.value) - rank(b.value) || (a.value < b.value ? -1 : 1))
    return [...sorted.map(({ place }) => place), values.length]
  }
  const rowPlaces = placesOf(grid.rows, orders[grid.row])
  const columnPlaces = placesOf(grid.columns, orders[grid.column])
  return {
    ...grid,
    rows: rowPlaces.slice(0, -1).map((place) => grid.rows[place] ?? ''),
    columns: columnPlaces.slice(0, -1).map((place) => grid.columns[place] ?? ''),
    cells: rowPlaces.map((row) => columnPlaces.map((column) => grid.cells[row]?.[column] ?? null)),
  }
}
