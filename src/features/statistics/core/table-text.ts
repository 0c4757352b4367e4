import { type CsvRow, readCsv } from '#src/lib/csv/csv.ts'
import type { Finding } from './figures.ts'

/** A text as a table: by commas, or by tabs where the first line holds more of those (a spreadsheet's UTF-16). */
export function readTableText(text: string): { rows: CsvRow[] } | { findings: Finding[] } {
  const { rows, problem } = isTabbed(text) ? { rows: readTabbed(text), problem: undefined } : readCsv(text)
  if (problem) return { findings: [{ line: problem.line, column: '', value: '', problem: problem.problem }] }
  if (/^\s*</.test(rows[0]?.cells[0] ?? '')) {
    return { findings: [{ line: 1, column: '', value: '', problem: htmlProblem }] }
  }
  if (rows.length > 0) return { rows }
  return { findings: [{ line: 1, column: '', value: '', problem: 'ファイルに行がありません' }] }
}

/** What is said of a web page that was saved instead of its data. */
export const htmlProblem =
  'これはウェブページ（HTML）です。画面を保存するのではなく、データのファイルを保存してください'

function isTabbed(text: string): boolean {
  const first = text.split(/\r\n|\r|\n/, 20).find((line) => line.trim() !== '') ?? ''
  return first.split('\t').length > first.split(',').length
}

function readTabbed(text: string): CsvRow[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, at) => ({ line: at + 1, cells: line.split('\t').map(unquoted) }))
    .filter(({ cells }) => cells.length > 1 || cells[0] !== '')
}

const unquoted = (cell: string) => (/^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell)
