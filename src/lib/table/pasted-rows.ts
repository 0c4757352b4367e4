/** A row of a table pasted from a spreadsheet, with its number among the lines. */
export type PastedRow = { line: number; cells: string[] }

/**
 * Rows of a table pasted into a field: cells by tabs (as Excel gives them) or commas, full-width digits made
 * narrow, empty lines left out. A first row without any number is the heading and left out too.
 */
export function pastedRows(text: string): PastedRow[] {
  const rows = text
    .normalize('NFKC')
    .split(/\r\n|\r|\n/)
    .map((line, at) => ({ line: at + 1, cells: cellsOf(line) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [first] = rows
  return first && !first.cells.some((cell) => /\d/.test(cell)) ? rows.slice(1) : rows
}

const cellsOf = (line: string) => line.split(line.includes('\t') ? '\t' : ',').map((cell) => cell.trim())

/** A number as people type it: grouped, with a real minus; undefined when it is none. A blank is none. */
export function numberIn(cell: string | undefined): number | undefined {
  const plain = (cell ?? '').replaceAll(/[,\s]/g, '').replace('−', '-').replace(/^△/, '-')
  return /^-?\d{1,12}(\.\d{1,15})?$/.test(plain) ? Number(plain) : undefined
}

/** A year of four digits, alone or at the head of a span: 2020, 2020年, 2020~2025. */
export function yearIn(cell: string | undefined): number | undefined {
  const found = /^(\d{4})(?:年)?(?:\s*[~〜\-‐–—−]\s*(\d{4})(?:年)?)?$/.exec((cell ?? '').trim())
  return found ? Number(found[1]) : undefined
}
