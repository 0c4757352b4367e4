import { mostFindings, type ReadFile, type Reading } from './figures.ts'
import { isAgeTable, readAgeTable } from './readers/age-table.ts'
import { isDashboard, readDashboard } from './readers/dashboard.ts'
import { isEstat, readEstat } from './readers/estat.ts'
import { readJsonText, refusal } from './readers/json-text.ts'
import { isRegisterTable, readRegister } from './readers/register.ts'
import { isSsdse, readSsdse } from './readers/ssdse.ts'
import { type ColumnMapping, readTidy } from './readers/tidy.ts'
import { type SourceKind, sourceKindLabels } from './source-kinds.ts'
import { readTableText } from './table-text.ts'

/**
 * Reads the text of a file as the kind its person says it is. A file of another kind is refused by its right name; at
 * most 200 findings are given.
 */
export function readSource(text: string, kind: SourceKind, mapping?: ColumnMapping): Reading {
  const reading = readWhole(text, kind, mapping)
  if (!('findings' in reading) || reading.findings.length <= mostFindings) return reading
  return { findings: reading.findings.slice(0, mostFindings) }
}

/** A row that was left out, by its line and the words it begins with. */
export type LeftRow = { line: number; words: string }

/**
 * The file without the rows in which something is wrong, and those rows. Nothing where that is not safe: a mistake that
 * touches other rows (one of two with the same key, a part of a sum, a heading), more of them than are told one by one,
 * or no row that is right.
 */
export function readCorrectRows(
  text: string,
  kind: SourceKind,
  mapping?: ColumnMapping,
): (ReadFile & { left: LeftRow[] }) | undefined {
  const whole = readWhole(text, kind, mapping)
  if (!('findings' in whole)) return undefined
  const { findings } = whole
  if (findings.length > mostFindings || !findings.every(({ isRowAlone }) => isRowAlone)) return undefined
  const without = new Set(findings.map(({ line }) => line))
  const table = readTableText(text)
  if ('findings' in table) return undefined
  const reading = readTable(
    table.rows.filter(({ line }) => !without.has(line)),
    kind,
    mapping,
  )
  if ('findings' in reading) return undefined
  const left = table.rows.filter(({ line }) => without.has(line)).map(leftRow)
  return { ...reading, recognised: `${reading.recognised}${leftWords(left)}`, left }
}

const leftRow = ({ line, cells }: Rows[number]): LeftRow => ({
  line,
  words: cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .slice(0, 4)
    .map((cell) => (cell.length > 20 ? `${cell.slice(0, 20)}…` : cell))
    .join('、'),
})

const mostLines = 20

/** Kept with the import: who looks at it later sees what it does not hold. */
function leftWords(left: readonly LeftRow[]): string {
  const lines = left.slice(0, mostLines).map(({ line }) => line)
  const more = left.length > mostLines ? 'など' : ''
  return `から、間違いのある${left.length}行（${lines.join('、')}行目${more}）を除いたもの`
}

const readWhole = (text: string, kind: SourceKind, mapping: ColumnMapping | undefined): Reading =>
  kind === 'estat' || kind === 'dashboard' ? readJson(text, kind) : readRows(text, kind, mapping)

function readJson(text: string, kind: 'estat' | 'dashboard'): Reading {
  const read = readJsonText(text)
  if ('findings' in read) return read
  const found = isEstat(read.value) ? 'estat' : isDashboard(read.value) ? 'dashboard' : undefined
  if (found !== kind) return wrongKind(kind, found)
  return kind === 'estat' ? readEstat(read.value) : readDashboard(read.value)
}

function readRows(text: string, kind: SourceKind, mapping: ColumnMapping | undefined): Reading {
  const table = readTableText(text)
  if ('findings' in table) return table
  return readTable(table.rows, kind, mapping)
}

function readTable(rows: Rows, kind: SourceKind, mapping: ColumnMapping | undefined): Reading {
  if (kind === 'tidy') return mapping ? readTidy(rows, mapping) : refusal('列を選んでください')
  const found = kindOf(rows)
  const isRight = found === kind || (found === 'census-age' && kind === 'projection-age')
  if (!isRight || kind === 'estat' || kind === 'dashboard') return wrongKind(kind, found)
  if (kind === 'ssdse-a') return readSsdse(rows)
  if (kind === 'register-age') return readRegister(rows)
  return readAgeTable(rows, kind === 'projection-age' ? 'projection' : 'census')
}

type Rows = Parameters<typeof isSsdse>[0]

/** What a table looks like; a projection looks like a census. */
function kindOf(rows: Rows): SourceKind | undefined {
  if (isSsdse(rows)) return 'ssdse-a'
  if (isRegisterTable(rows)) return 'register-age'
  return isAgeTable(rows) ? 'census-age' : undefined
}

const expected: Readonly<Record<SourceKind, string>> = {
  'ssdse-a': '3行目の最初の欄が「地域コード」の表です',
  'census-age': '見出しに、地域コード（code）、性別（sex）、年齢（age）と、4けたの年の列が要ります',
  'projection-age': '見出しに、地域コード（code）、性別（sex）、年齢（age）と、4けたの年の列が要ります',
  'register-age': '見出しに「全国地方公共団体コード」か「市区町村コード」、「調査年月日」の列が要ります',
  estat: '「GET_STATS_DATA」で始まるJSONです',
  dashboard: '「GET_STATS」で始まるJSONです',
  tidy: '',
}

function wrongKind(kind: SourceKind, found: SourceKind | undefined): Reading {
  const label = sourceKindLabels[kind]
  if (found)
    return refusal(`「${label}」ではなく「${sourceKindLabels[found]}」の形です。種類を選び直してください`)
  return refusal(`「${label}」の形ではありません。${expected[kind]}`)
}
