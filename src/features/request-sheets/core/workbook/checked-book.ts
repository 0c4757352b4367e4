import {
  columnLetters,
  placeOf,
  type WriteCell,
  type WriteSheet,
  type WriteValue,
} from '#src/lib/table/table.ts'
import { type BookRecord, checkOf, recordSheet, versionOf } from './book-record.ts'
import { guideSheet } from './guide-sheet.ts'
import { linesIn } from './lines-in.ts'
import type { ReportLine, TakeInReport } from './merge-book.ts'
import type { BookRead, GivenRow } from './read-unit-book.ts'
import { answerSheets, column, numberOr, sheetNamesOf, type UnitBook } from './write-unit-book.ts'

export const requestName = '確認のお願い'

/** What the section is asked about: cells that could not be read, and those that a person has to choose. */
export const askedLines = ({ lines }: TakeInReport) =>
  lines.filter(({ kind, needsChoice }) => kind === 'problem' || needsChoice)

type Place = { key: string; column: number }
type Given = { row: GivenRow; answerColumn: number }

/**
 * The returned workbook once more (確認のお願い): what stood in the file, a comment on every cell that is asked about, and a
 * first sheet that lists them. It is written by us from what was read, so nothing else of the file comes along; it can be
 * mended and returned as it is, and keeps what was exported at first.
 */
export function checkedBook(book: UnitBook, read: BookRead, report: TakeInReport): WriteSheet[] {
  const given = new Map(
    read.sheets.flatMap(({ rows, answerColumn }) => rows.map((row) => [row.key, { row, answerColumn }])),
  )
  const asked = askedLines(report).map((line) => ({ line, place: placeIn(read, line) }))
  const comments = new Map(asked.map(({ line, place }) => [`${place.key} ${place.column}`, commentOf(line)]))
  const sheets = answerSheets(book).map((sheet) => withFile(sheet, given, comments))
  const where = cellsOf(sheets)
  const rows = asked.map(({ line, place }) => requestRow(line, where.get(place.key), place.column))
  return [requestSheet(rows), ...sheets, guideSheet(book.round), provenRecord(book, read.record)]
}

/** Where the cell of a line stands in our own copy: by its row's id, and as far from the answers as in the file. */
function placeIn({ sheets }: BookRead, { sheet, cell, sheetId, fieldId }: ReportLine): Place {
  const at = placeOf(cell)
  const page = sheets.find(({ name }) => name === sheet)
  const row = page?.rows.find(({ line }) => line === at?.row)
  const own = `${sheetId}/${fieldId}`
  if (!at || !page || !row || row.key.split('#')[0] !== own) return { key: own, column: column.answer }
  return { key: row.key, column: at.column - page.answerColumn + column.answer }
}

const commentOf = (line: ReportLine) => `ファイルの内容：${line.inFile || '（空）'}\n${askedWords(line)}`

/** What is asked and how it is mended: of a cell that can be read, what to leave in it. */
function askedWords({ kind, words }: ReportLine): string {
  if (kind === 'conflict')
    return `${words}。「いまの画面の内容」でよければ、セルをその内容に直してください。ファイルの内容にするときは、戻したあとの画面で選びます`
  if (kind === 'clear')
    return `必須の項目です。${words}。答えを書くか、「わからない」「事務局に相談」と書いてください`
  return words
}

function withFile(
  sheet: WriteSheet,
  given: ReadonlyMap<string, Given>,
  comments: ReadonlyMap<string, string>,
): WriteSheet {
  if (!sheet.form) return sheet
  const cells = sheet.form.cells.map((cell): WriteCell => {
    const comment = comments.get(`${keyOf(sheet.rows[cell.row])} ${cell.column}`)
    return comment === undefined ? cell : { ...cell, comment }
  })
  const rows = sheet.rows.map((values, at) => overlaid(values, given.get(keyOf(values)), cellsIn(cells, at)))
  return { ...sheet, rows, form: { ...sheet.form, cells } }
}

const keyOf = (values: readonly WriteValue[] | undefined) => String(values?.[0] ?? '')
const cellsIn = (cells: readonly WriteCell[], row: number) => cells.filter((cell) => cell.row === row)

/** The answers of a row as the file has them. What could not be read, or lay under another cell, stays as it is on screen. */
function overlaid(
  values: readonly WriteValue[],
  given: Given | undefined,
  cells: readonly WriteCell[],
): readonly WriteValue[] {
  if (!given) return values
  return values.map((value, at) => {
    const own = cells.find((cell) => cell.column === at + 1 && cell.isOpen)
    const place = at + 1 - column.answer + given.answerColumn
    const found = given.row.cells.find((cell) => cell.column === place)
    if (!own || found?.fault || found?.isCovered) return value
    const text = found?.text ?? ''
    return own.format !== undefined ? numberOr(text) : text
  })
}

type Where = { sheet: string; row: number }

function cellsOf(sheets: readonly WriteSheet[]): Map<string, Where> {
  const firstRow = 4
  return new Map(
    sheets.flatMap(({ name, rows }) =>
      rows.map((values, at) => [keyOf(values), { sheet: name, row: firstRow + at }] as const),
    ),
  )
}

function requestRow(line: ReportLine, where: Where | undefined, at: number): WriteValue[] {
  const place = where ? [where.sheet, `${columnLetters(at)}${where.row}`] : [line.sheet, line.cell]
  return [...place, line.label, line.inFile || '（空）', line.now || '（空）', askedWords(line)]
}

const columns = [
  ['シート', 22],
  ['セル', 8],
  ['項目', 22],
  ['ファイルの内容', 30],
  ['いまの画面の内容', 30],
  ['確認していただきたいこと', 44],
] as const

const linesOf = (row: readonly WriteValue[]) =>
  Math.max(2, ...columns.map(([, width], at) => linesIn(String(row[at] ?? ''), width)))

function requestSheet(rows: readonly WriteValue[][]): WriteSheet {
  return {
    name: requestName,
    title: `${requestName}（${rows.length}件）`,
    guidance: 'それぞれのシートの、コメントのあるセルを直し、このファイルをそのまま戻してください。',
    columns: columns.map(([header, width]) => ({ header, width, format: 'text' })),
    rows,
    form: { cells: [], lines: rows.map(linesOf), orientation: 'landscape', footer: requestName },
  }
}

/** What was exported at first, as far as the file proves it: the next comparison goes on from there. */
function provenRecord({ origin, key, sheets, round }: UnitBook, record: BookRecord | undefined): WriteSheet {
  const values = Object.entries(record?.exported ?? {})
    .filter(([id, { value, check }]) => check === checkOf(round.id, id, { value, key }))
    .map(([id, { value }]) => [id, value] as const)
  const exportedAt = record?.exportedAt || origin.exportedAt
  const roundVersion = versionOf(round.fields)
  return recordSheet({ ...origin, exportedAt, roundVersion, sheetNames: sheetNamesOf(sheets), values }, key)
}
