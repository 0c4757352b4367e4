/** One spread of the plan tree (施策体系): rows of fields, each with a run of its measures. Lengths in millimetres. */
export type TreeSpread = { cell: number; rows: TreeRow[] }

/** `field` is the place of the field in the book, `from`–`to` (exclusive) the places of its measures. */
export type TreeRow = { field: number; from: number; to: number; height: number; isContinued: boolean }

/** What fits below the title of the page; gaps between cells and between rows; a row holds at least its own title. */
const room = 206
const cellGap = 2.4
const rowGap = 4
const leastRow = 24
const cells = [16.3, 15, 14, 13, 12, 11, 10.3, 9.6] as const
const smallest = 9.6

/**
 * Lays the fields and their measures over as few double pages as the smallest readable cell allows, tears apart no
 * field that fits a page, and then makes the cells of each page as tall as it permits.
 */
export function treeSpreads(measureCounts: readonly number[]): TreeSpread[] {
  return evenly(measureCounts, smallest).map((rows) => {
    const cell = cells.find((height) => heightOf(rows, height) <= room) ?? smallest
    return { cell, rows: rows.map((row) => ({ ...row, height: rowHeight(row.to - row.from, cell) })) }
  })
}

const rowHeight = (count: number, cell: number) => Math.max(leastRow, count * (cell + cellGap) - cellGap)

const heightOf = (rows: readonly TreeRow[], cell: number) =>
  rows.reduce((sum, { from, to }) => sum + rowHeight(to - from, cell) + rowGap, -rowGap)

/** The same number of pages, filled about equally: the lowest limit that needs no more of them. */
function evenly(measureCounts: readonly number[], cell: number): TreeRow[][] {
  const full = packed(measureCounts, cell)
  const limits = Array.from({ length: 12 }, (_, step) => (room * (step + 8)) / 20)
  const even = limits.map((limit) => packed(measureCounts, cell, limit))
  return even.find((spreads) => spreads.length <= full.length) ?? full
}

function packed(measureCounts: readonly number[], cell: number, limit = room): TreeRow[][] {
  const spreads: TreeRow[][] = []
  let free = 0
  for (const row of measureCounts.flatMap((count, field) => rowsOf(count, field, cell))) {
    if (row.height > free) {
      spreads.push([])
      free = limit
    }
    spreads.at(-1)?.push(row)
    free -= row.height + rowGap
  }
  return spreads
}

function rowsOf(count: number, field: number, cell: number): TreeRow[] {
  const most = Math.floor((room + cellGap) / (cell + cellGap))
  const parts = Math.max(1, Math.ceil(count / most))
  const share = Math.ceil(count / parts)
  return Array.from({ length: parts }, (_, part) => {
    const [from, to] = [part * share, Math.min(count, (part + 1) * share)]
    return { field, from, to, height: rowHeight(to - from, cell), isContinued: part > 0 }
  })
}
