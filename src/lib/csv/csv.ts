/** One row of a table, with the line of the file it begins on. */
export type CsvRow = { line: number; cells: string[] }

/** Why a text is no table, and the line where that is seen. */
export type CsvProblem = { line: number; problem: string }

export type CsvLimits = { rows: number; columns: number }

/** The largest table we read: what a spreadsheet program still opens at ease. */
export const csvLimits: CsvLimits = { rows: 200_000, columns: 500 }

/**
 * Reads comma-separated values: RFC 4180, also with bare line feeds, with or without BOM.
 *
 * An empty line is no row. A text that is no table gives a problem, and the rows before it.
 */
export function readCsv(text: string, limits = csvLimits): { rows: CsvRow[]; problem?: CsvProblem } {
  const rows: CsvRow[] = []
  const reading = csvRows(text, limits)
  for (;;) {
    const step = reading.next()
    if (!step.done) rows.push(step.value)
    else return step.value ? { rows, problem: step.value } : { rows }
  }
}

/**
 * The same one row after the other, for tables too large to hold as rows. Ends with the problem, if there
 * is one.
 */
export function* csvRows(text: string, limits = csvLimits): Generator<CsvRow, CsvProblem | undefined> {
  let line = 1
  let count = 0
  let at = text.startsWith('\uFEFF') ? 1 : 0
  while (at < text.length) {
    const read = readRow(text, at, limits.columns)
    if ('problem' in read) return { line: line + read.lines, problem: read.problem }
    const isEmptyLine = read.end === at
    if (!isEmptyLine && count === limits.rows) return { line, problem: `行が${limits.rows}を超えています` }
    if (!isEmptyLine) {
      count += 1
      yield { line, cells: read.cells }
    }
    line += read.lines + 1
    at = read.end + (text.startsWith('\r\n', read.end) ? 2 : 1)
  }
  return undefined
}

/** `end` is where the line break stands that closes the row; `lines` the line breaks inside it. */
type ReadRow = { cells: string[]; end: number; lines: number } | { problem: string; lines: number }

function readRow(text: string, from: number, mostColumns: number): ReadRow {
  const cells: string[] = []
  let lines = 0
  for (let at = from; ; at += 1) {
    const cell = text[at] === '"' ? quotedCell(text, at) : bareCell(text, at)
    if (!cell) return { problem: '引用符（"）が閉じていません', lines }
    cells.push(cell.value)
    lines += cell.lines
    at = cell.end
    if (cells.length > mostColumns) return { problem: `列が${mostColumns}を超えています`, lines }
    if (at >= text.length || isLineBreak(text[at])) return { cells, end: at, lines }
    if (text[at] !== ',') return { problem: '閉じた引用符（"）のあとに、余分な文字があります', lines }
  }
}

const isLineBreak = (sign: string | undefined) => sign === '\n' || sign === '\r'

type Cell = { value: string; end: number; lines: number }

/** A quotation mark inside a bare cell is an ordinary sign: spreadsheets write none, people do. */
function bareCell(text: string, from: number): Cell {
  let end = from
  while (end < text.length && text[end] !== ',' && !isLineBreak(text[end])) end += 1
  return { value: text.slice(from, end), end, lines: 0 }
}

function quotedCell(text: string, from: number): Cell | undefined {
  let value = ''
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return undefined
    value += text.slice(at, quote)
    if (text[quote + 1] !== '"') {
      return { value, end: quote + 1, lines: value.split(/\r\n|\r|\n/).length - 1 }
    }
    value += '"'
    at = quote + 2
  }
}

/**
 * Writes a table for people and programs: UTF-8 with BOM, CRLF.
 *
 * Text that a spreadsheet would run as a formula gets an apostrophe in front (CWE-1236); numbers stay
 * numbers. The full-width signs are there because Japanese spreadsheets take them for the narrow ones.
 */
export function writeCsv(rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  return `\uFEFF${csvLines(rows)}`
}

/** More rows for a table that was begun with `writeCsv`. */
export function csvLines(rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  const lines = rows.map((row) => (row.length === 1 && isBlank(row[0]) ? '""' : row.map(cellText).join(',')))
  return lines.map((line) => `${line}\r\n`).join('')
}

const isBlank = (value: unknown) => value === '' || value === null || value === undefined
const formulaSigns = '=+\\-@\\t\\r\\n\\0＝＋－＠'
const looksLikeFormula = new RegExp(`^[${formulaSigns}]`)
const guarded = new RegExp(`^'(?='*[${formulaSigns}])`)

function cellText(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = looksLikeFormula.test(value) || guarded.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * Takes away the apostrophe `writeCsv` puts before a formula sign, so that a table we wrote is read back as
 * it was.
 */
export const withoutApostrophe = (cell: string) => cell.replace(guarded, '')
