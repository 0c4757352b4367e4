import { type Cell, placeOf, type ReadSheet } from '#src/lib/table/table.ts'
import { type BookRecord, isRecord, readRecord } from './book-record.ts'
import { faultOf, textOf } from './cell-words.ts'
import { column, headings } from './write-unit-book.ts'

/** A cell of an answer. `isCovered`: it lies under a merged cell, so that nobody could write into it. */
export type GivenCell = { column: number; text: string; fault?: string; isCovered?: boolean }

/** A row of a returned sheet: its hidden id, its label, and the cells from the answer on. */
export type GivenRow = {
  line: number
  key: string
  label: string
  cells: GivenCell[]
  /** A person said which field it answers. */
  isAssigned?: boolean
}

/** A returned sheet. `answerColumn` is where the answers stand now: columns may have been moved. */
export type GivenSheet = { name: string; answerColumn: number; rows: GivenRow[]; notes: string[] }

/** What stands in a returned workbook, before it is compared with anything. */
export type BookRead = { record?: BookRecord; sheets: GivenSheet[]; notes: string[] }

export const keyShape = /^(rs_[0-9a-z]{10})\/([\w-]+)(?:#(head|\d{1,3}))?$/

const widest = 8

/** Takes a workbook apart. Nothing of its looks is trusted: columns are found by their headings, rows by their ids. */
export function readUnitBook(read: readonly ReadSheet[], notes: readonly string[] = []): BookRead {
  const record = read.find(isRecord)
  const sheets = read.flatMap((sheet) => (sheet === record ? [] : (givenSheet(sheet) ?? [])))
  return { ...(record ? { record: readRecord(record) } : {}), sheets, notes: [...notes] }
}

type Columns = { key: number; label: number; answer: number }
/** `answer` is missing where the column of the answers was taken away. */
type FoundColumns = { columns: Columns | { answer?: undefined }; headingLine: number }

function givenSheet(sheet: ReadSheet): GivenSheet | undefined {
  const found = columnsOf(sheet)
  if (!found) return undefined
  const { columns, headingLine } = found
  if (columns.answer === undefined)
    return { name: sheet.name, answerColumn: column.answer, rows: [], notes: [withoutAnswers(sheet)] }
  const covered = coveredCells(sheet, columns.answer)
  const rows = sheet.rows.flatMap((cells): GivenRow[] => {
    const line = cells[0]?.row ?? 0
    if (line <= headingLine) return []
    const at = (place: number) => cells.find((cell) => cell.column === place)
    const key = textOf(at(columns.key)).trim()
    const label = textOf(at(columns.label)).trim().replace(/^※/, '')
    if (key === '' && label === '') return []
    const given = Array.from({ length: widest }, (_, place) => columns.answer + place).flatMap((place) => {
      const cell = at(place)
      const fault = faultOf(cell)
      const isCovered = covered.has(`${line} ${place}`)
      if (!cell && !isCovered) return []
      return [
        {
          column: place,
          text: textOf(cell),
          ...(fault ? { fault } : {}),
          ...(isCovered ? { isCovered } : {}),
        },
      ]
    })
    return [{ line, key, label, cells: given }]
  })
  return { name: sheet.name, answerColumn: columns.answer, rows, notes: notesOn(sheet, columns) }
}

/** By the headings; where they are gone, by the ids themselves. A sheet with neither is none of ours. */
function columnsOf({ rows }: ReadSheet): FoundColumns | undefined {
  const keyColumn = mostFrequent(
    rows.flatMap((cells) => cells.flatMap((cell) => (isKey(cell) ? cell.column : []))),
  )
  for (const cells of rows) {
    const placeOfHeading = (words: string) => cells.find((cell) => textOf(cell) === words)?.column
    const [label, answer] = [placeOfHeading(headings.label), placeOfHeading(headings.answer)]
    if (label !== undefined && answer === undefined && placeOfHeading(headings.how) !== undefined)
      return { columns: {}, headingLine: 0 }
    if (label === undefined || answer === undefined) continue
    const key = keyColumn ?? placeOfHeading(headings.key) ?? column.key
    return { columns: { key, label, answer }, headingLine: cells[0]?.row ?? 0 }
  }
  if (keyColumn === undefined) return undefined
  const shift = keyColumn - column.key
  return {
    columns: { key: keyColumn, label: column.label + shift, answer: column.answer + shift },
    headingLine: 0,
  }
}

/** Only texts that begin like an id are looked at closer. */
const isKey = ({ value }: Cell) =>
  value.kind === 'text' && value.text.startsWith('rs_') && keyShape.test(value.text)

function mostFrequent(numbers: readonly number[]): number | undefined {
  const counts = [...Map.groupBy(numbers, (number) => number)].sort(([, a], [, b]) => b.length - a.length)
  return counts[0]?.[0]
}

const mostCovered = 2_000

/** Cells of answers under a merged cell: they say nothing, which is not the same as being blank. */
function coveredCells({ merged }: ReadSheet, answerColumn: number): Set<string> {
  const covered = new Set<string>()
  for (const range of merged) {
    const [from, to] = range.split(':').map((address) => placeOf(address))
    if (!from || !to) continue
    for (let row = from.row; row <= to.row && covered.size < mostCovered; row++)
      for (
        let place = Math.max(from.column, answerColumn);
        place <= Math.min(to.column, answerColumn + widest);
        place++
      )
        if (row !== from.row || place !== from.column) covered.add(`${row} ${place}`)
  }
  return covered
}

const withoutAnswers = ({ name }: ReadSheet) =>
  `「${name}」に「${headings.answer}」の列がありません。このシートの項目は「変わりなし」とみなしました`

function notesOn({ name, merged }: ReadSheet, { answer }: Columns): string[] {
  return [
    merged.length > 0
      ? `「${name}」に結合したセル（${merged.slice(0, 3).join('、')}）があります。左上の値だけを読み、ほかは「書かれていない」とみなしました`
      : '',
    answer === column.answer ? '' : `「${name}」の列が動いていたので、見出しの言葉で照合しました`,
  ].filter(Boolean)
}
