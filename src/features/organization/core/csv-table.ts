import { readCsv, withoutApostrophe } from '#src/lib/csv/csv.ts'
import { myNumberColumns } from '#src/lib/csv/my-number.ts'

/** What is wrong in a file, by line and column, with the value that stands there. */
export type CsvFinding = { line: number; column: string; value: string; problem: string }

/** What an import would do with a line, in words: nothing is done yet. */
export type CsvReport = { line: number; act: 'add' | 'change' | 'same'; subject: string; details: string[] }

export const csvActLabels: Record<CsvReport['act'], string> = {
  add: '加える',
  change: '変える',
  same: '変わらない',
}

export type CsvLine = { line: number; cell: (column: string) => string; has: (column: string) => boolean }
export type CsvTable = { lines: CsvLine[]; findings: CsvFinding[]; ignored: string[] }
type CsvColumns = { required: readonly string[]; optional: readonly string[] }

/** Reads a table with Japanese headings in any order. Columns we do not know are named, not taken. */
export function readTable(text: string, { required, optional }: CsvColumns): CsvTable {
  const { rows, problem } = readCsv(text)
  if (problem) return refused({ line: problem.line, column: '', value: '', problem: problem.problem })
  const [head, ...rest] = rows
  if (!head) return refused({ line: 1, column: '', value: '', problem: 'ファイルが空です' })
  const columns = head.cells.map((cell) => cell.normalize('NFKC').trim())
  const [secret] = myNumberColumns(rows)
  if (secret !== undefined) {
    const column = columns[secret] ?? ''
    const words = '個人番号（マイナンバー）のような列があります。この列を消してから、取り込んでください'
    return refused({ line: 1, column, value: '', problem: words })
  }
  const findings = headFindings(columns, required)
  if (findings.length > 0) return { lines: [], findings, ignored: [] }
  const known = [...required, ...optional]
  const lines = rest
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => ({
      line,
      cell: (column: string) => withoutApostrophe((cells[columns.indexOf(column)] ?? '').trim()),
      has: (column: string) => columns.includes(column),
    }))
  if (lines.length === 0) {
    return refused({ line: 2, column: '', value: '', problem: '見出しの下に行がありません' })
  }
  return { lines, findings: [], ignored: columns.filter((column) => column && !known.includes(column)) }
}

const refused = (finding: CsvFinding): CsvTable => ({ lines: [], findings: [finding], ignored: [] })

function headFindings(columns: readonly string[], required: readonly string[]): CsvFinding[] {
  const missing = required.filter((column) => !columns.includes(column))
  const doubled = columns.filter((column, position) => column && columns.indexOf(column) !== position)
  return [
    ...missing.map((column) => ({
      line: 1,
      column,
      value: '',
      problem: `見出しに「${column}」の列がありません`,
    })),
    ...doubled.map((column) => ({ line: 1, column, value: column, problem: '同じ見出しの列が2つあります' })),
  ]
}

/** 3行目「種類」：… */
export const findingText = ({ line, column, problem }: CsvFinding) =>
  `${line}行目${column ? `「${column}」` : ''}：${problem}`
