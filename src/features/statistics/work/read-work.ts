import { gunzipSync } from 'node:zlib'
import { decodeText, type Encoding, encodingLabels } from '#src/lib/csv/decode-text.ts'
import { myNumberColumns } from '#src/lib/csv/my-number.ts'
import type { ReadSheet, ReadValue } from '#src/lib/table/table.ts'
import { readWorkbook } from '#src/platform/office/read-workbook.ts'
import type { Finding } from '../core/figures.ts'
import { type PackedFile, packFile } from '../core/plan-import.ts'
import { type LeftRow, readCorrectRows, readSource } from '../core/read-source.ts'
import { projectionBookText } from '../core/readers/projection-book.ts'
import { projectionTableText } from '../core/readers/projection-table.ts'
import type { ColumnMapping } from '../core/readers/tidy.ts'
import type { SourceKind } from '../core/source-kinds.ts'
import { readTableText } from '../core/table-text.ts'

/** `leavesOut`: rows in which something is wrong are left out, where that is safe. */
export type ReadInput = { base64: string; kind: SourceKind; mapping?: ColumnMapping; leavesOut?: boolean }

/**
 * A file as it was read: its figures, the columns to choose from, or what is wrong with it. `left`: the rows that were
 * left out, or of a refused file those that could be.
 */
export type ReadResult =
  | { step: 'read'; file: PackedFile; encoding: string; left?: LeftRow[] }
  | { step: 'columns'; headings: string[]; example: string[] }
  | { step: 'refused'; findings: Finding[]; left?: LeftRow[] }

const largestUnpacked = 100 * 1024 * 1024

/** Reads an uploaded file in a worker thread: a country's figures take a second, and pages must not wait for it. */
export async function run({ base64, kind, mapping, leavesOut }: ReadInput): Promise<ReadResult> {
  const bytes = unpacked(Buffer.from(base64, 'base64'))
  if (!bytes) return refused('圧縮されたファイル（.gz）を開けません。元のファイルを選んでください')
  const decoded = isWorkbook(bytes) ? await tableOf(bytes, kind) : decodeText(bytes)
  if ('problem' in decoded) return refused(decoded.problem)
  if (kind === 'tidy') {
    const table = readTableText(decoded.text)
    if ('findings' in table) return { step: 'refused', findings: table.findings }
    const [secret] = myNumberColumns(table.rows)
    if (secret !== undefined)
      return refused('個人番号（マイナンバー）のような列があります。この列を消してください')
    const [head, first] = table.rows
    if (!mapping) return { step: 'columns', headings: head?.cells ?? [], example: first?.cells ?? [] }
  }
  const reading = readSource(decoded.text, kind, mapping)
  const encoding = writtenAs(decoded.encoding)
  if (!('findings' in reading)) return { step: 'read', file: packFile(reading), encoding }
  const correct = readCorrectRows(decoded.text, kind, mapping)
  if (!correct) return { step: 'refused', findings: reading.findings }
  const { left } = correct
  if (leavesOut) return { step: 'read', file: packFile(correct), encoding, left }
  return { step: 'refused', findings: reading.findings, left }
}

const isWorkbook = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b
const writtenAs = (encoding: Encoding | 'xlsx') =>
  encoding === 'xlsx' ? 'Excelのブック' : `文字コードは${encodingLabels[encoding]}`

type BookText = { text: string; encoding: 'xlsx' } | { problem: string }

/** A workbook as a tabbed text: the sheets of a projection, else the first one, in which every row keeps its line. */
async function tableOf(bytes: Uint8Array, kind: SourceKind): Promise<BookText> {
  const { readLargeTable } = await import('#src/platform/office/read-large-table.ts')
  const whole = kind === 'projection-age' ? readLargeTable(bytes) : undefined
  const country = whole && 'rows' in whole ? projectionTableText(whole.rows) : undefined
  if (country !== undefined) return { text: country, encoding: 'xlsx' }
  const read = await readWorkbook(bytes)
  if (read.problem !== undefined) return { problem: read.problem }
  const projection = kind === 'projection-age' ? projectionBookText(read.sheets) : undefined
  return projection === undefined ? firstSheetOf(read.sheets) : { text: projection, encoding: 'xlsx' }
}

function firstSheetOf(sheets: readonly ReadSheet[]): BookText {
  const sheet = sheets.find(({ rows, isHidden }) => rows.length > 0 && !isHidden)
  if (!sheet) return { problem: 'ブックに、文字の入ったシートがありません' }
  const lines: string[] = []
  for (const row of sheet.rows) {
    const cells: string[] = []
    for (const { column, value } of row) cells[column - 1] = shownOf(value).replaceAll(/[\t\r\n]+/g, ' ')
    lines[(row[0]?.row ?? 1) - 1] = Array.from(cells, (cell) => cell ?? '').join('\t')
  }
  return { text: Array.from(lines, (line) => line ?? '').join('\n'), encoding: 'xlsx' }
}

/** A formula has no value we trust: it is refused as no number, by its row and column. */
function shownOf(value: ReadValue): string {
  if (value.kind === 'number') return String(value.number)
  if (value.kind === 'text') return value.text
  if (value.kind === 'day') return value.day
  return value.kind === 'flag' ? String(value.isTrue) : '数式またはエラー'
}

const refused = (problem: string): ReadResult => ({
  step: 'refused',
  findings: [{ line: 1, column: '', value: '', problem }],
})

function unpacked(bytes: Buffer): Uint8Array | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: largestUnpacked })
  } catch {
    return undefined
  }
}
