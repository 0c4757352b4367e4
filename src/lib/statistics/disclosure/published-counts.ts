/** A published total and the cells it is the sum of, by their keys. */
export type PublishedSum = { total: string; parts: readonly string[] }

/** Everything of one release: unweighted counts by key, totals included, and which are sums of which. */
export type PublishedCounts = { counts: ReadonlyMap<string, number>; sums: readonly PublishedSum[] }

/** One table of two variables: key of a cell, of a row or column total, and of the grand total. */
export type TwoWayKeys = {
  cell: (row: number, column: number) => string
  rowTotal: (row: number) => string
  columnTotal: (column: number) => string
  grandTotal: string
}

/**
 * A table with its totals as published counts. Tables of one release that share a margin are given the same
 * keys for it and put together with `linkCounts`, so that no table gives away what another hides.
 */
export function twoWayCounts(
  table: { rows: number; columns: number; counts: ArrayLike<number> },
  keys: TwoWayKeys,
): PublishedCounts {
  const counts = new Map<string, number>()
  const add = (key: string, count: number) => counts.set(key, (counts.get(key) ?? 0) + count)
  const places = (length: number) => Array.from({ length }, (_, place) => place)
  const [rows, columns] = [places(table.rows), places(table.columns)]
  for (const row of rows) {
    for (const column of columns) {
      const count = table.counts[row * table.columns + column] as number
      for (const key of [
        keys.cell(row, column),
        keys.rowTotal(row),
        keys.columnTotal(column),
        keys.grandTotal,
      ])
        add(key, count)
    }
  }
  const sums = [
    ...rows.map((row) => ({
      total: keys.rowTotal(row),
      parts: columns.map((column) => keys.cell(row, column)),
    })),
    ...columns.map((column) => ({
      total: keys.columnTotal(column),
      parts: rows.map((row) => keys.cell(row, column)),
    })),
    { total: keys.grandTotal, parts: rows.map((row) => keys.rowTotal(row)) },
    { total: keys.grandTotal, parts: columns.map((column) => keys.columnTotal(column)) },
  ]
  return { counts, sums }
}

/** Several tables as one release. Refuses (RangeError) a key that stands for different counts. */
export function linkCounts(tables: readonly PublishedCounts[]): PublishedCounts {
  const counts = new Map<string, number>()
  for (const table of tables) {
    for (const [key, count] of table.counts) {
      if ((counts.get(key) ?? count) !== count) throw new RangeError(`「${key}」の件数が、表によって違います`)
      counts.set(key, count)
    }
  }
  return { counts, sums: tables.flatMap(({ sums }) => sums) }
}
