import { columnLetters } from '#src/lib/table/table.ts'
import { type SheetField, tableOf, tableText } from '../fields.ts'
import { readTableCell } from '../read-answer.ts'
import { isOpenAnswer, type RequestSheet } from '../sheets.ts'
import { rowName } from './assign-rows.ts'
import type { Known } from './known-sheets.ts'
import { type BookRead, type GivenCell, type GivenRow, type GivenSheet, keyShape } from './read-unit-book.ts'

/** The answer of one field as the file gives it, with its place. */
export type FoundAnswer = {
  sheet: RequestSheet
  field: SheetField
  sheetName: string
  line: number
  column: number
  text: string
  /** The text as a report shows it. */
  shown: string
  /** It cannot be read at all. */
  fault?: string
  /** How it was matched, where not by its id. */
  note?: string
  /** The row a person assigned to the field. */
  row?: RowChoice
}

/** A row whose field a person may choose: from these sheets; `key` is what was chosen. */
export type RowChoice = { name: string; sheetIds: string[]; key?: string }

/** A row that belongs to nothing we know. */
export type Unmatched = {
  sheet: string
  cell: string
  label: string
  inFile: string
  words: string
  row: RowChoice
}

type Found = { answers: FoundAnswer[]; unmatched: Unmatched[]; notes: string[] }
type Part = { row: GivenRow; given: GivenSheet; sheetIds: string[]; part: string; isByLabel: boolean }

/** Matches the rows of a workbook with the fields of the sheets: by their hidden ids, else by sheet and label. */
export function foundAnswers(book: BookRead, known: Known): Found {
  const parts = new Map<string, Part[]>()
  const unmatched: Unmatched[] = []
  for (const given of book.sheets) {
    const sheetId = sheetIdOf(given, book, known)
    const sheetIds = sheetId === undefined ? known.sheets.map(({ id }) => id) : [sheetId]
    const used = new Set(given.rows.map(({ key }) => key.split('#')[0] ?? ''))
    for (const row of given.rows) {
      const match = matchOf(row, { sheetId, used, known })
      if (match) parts.set(match.id, [...(parts.get(match.id) ?? []), { row, given, sheetIds, ...match }])
      else if (isStray(row))
        unmatched.push({
          ...strayOf(given, row, isOfOtherForm(row, known)),
          row: choiceOf(given, row, sheetIds),
        })
    }
  }
  const answers: FoundAnswer[] = []
  for (const sheet of known.sheets) {
    for (const field of known.round.fields) {
      const own = parts.get(`${sheet.id}/${field.id}`)
      const answer = own && (field.kind === 'table' ? tableAnswer : plainAnswer)(own, { sheet, field })
      if (answer) answers.push(answer)
    }
  }
  return { answers, unmatched, notes: book.sheets.flatMap(({ notes }) => notes) }
}

const choiceOf = ({ name }: GivenSheet, { line }: GivenRow, sheetIds: string[]): RowChoice => ({
  name: rowName(name, line),
  sheetIds,
})

/** The sheet most ids of a page belong to; without any, the one the record gives its name to. */
function sheetIdOf({ name, rows }: GivenSheet, { record }: BookRead, { sheets }: Known): string | undefined {
  const ids = rows.flatMap(({ key }) => keyShape.exec(key)?.[1] ?? [])
  const counts = [...Map.groupBy(ids, (id) => id)].sort(([, a], [, b]) => b.length - a.length)
  const named = Object.entries(record?.sheetNames ?? {}).find(([, sheetName]) => sheetName === name)?.[0]
  return [counts[0]?.[0], named].find((id) => sheets.some((sheet) => sheet.id === id))
}

type Matching = { sheetId: string | undefined; used: ReadonlySet<string>; known: Known }

function matchOf({ key, label }: GivenRow, { sheetId, used, known }: Matching) {
  const parts = keyShape.exec(key)
  const [, ownId = '', fieldId = '', part = ''] = parts ?? []
  const isKnown =
    known.sheets.some(({ id }) => id === ownId) && known.round.fields.some(({ id }) => id === fieldId)
  if (isKnown) return { id: `${ownId}/${fieldId}`, part, isByLabel: false }
  if (sheetId === undefined) return undefined
  const byLabel = known.round.fields.filter((field) => field.label === label && field.kind !== 'table')
  const [field] = byLabel
  if (!field || byLabel.length > 1 || used.has(`${sheetId}/${field.id}`)) return undefined
  return { id: `${sheetId}/${field.id}`, part: '', isByLabel: true }
}

/** Rows people added without writing an answer are nobody's concern. */
const isStray = ({ key, cells }: GivenRow) => key !== '' || cells.some(({ text }) => text.trim() !== '')

/** The sheet is known and the field is not: the file was written from another form of it. */
const isOfOtherForm = ({ key }: GivenRow, { sheets }: Known) =>
  sheets.some(({ id }) => id === keyShape.exec(key)?.[1])

const strayOf = (
  { name, answerColumn }: GivenSheet,
  { line, label, cells }: GivenRow,
  isOfOther: boolean,
): Omit<Unmatched, 'row'> => ({
  sheet: name,
  cell: `${columnLetters(answerColumn)}${line}`,
  label,
  inFile: cells
    .map(({ text }) => text)
    .filter(Boolean)
    .join('｜'),
  words: isOfOther
    ? '新しい様式にない回答です。取り込みません。どの項目の回答にするかは、取り込みの画面で選べます'
    : '照合できない行です。照合番号（見えない列）が変わったか、行が足されています。どの項目の回答かは、取り込みの画面で選べます',
})

type Asked = { sheet: RequestSheet; field: SheetField }

function plainAnswer(parts: readonly Part[], { sheet, field }: Asked): FoundAnswer | undefined {
  const [first, ...more] = parts
  if (!first) return undefined
  const at = first.given.answerColumn
  const cell = first.row.cells.find((one) => one.column === at)
  if (cell?.isCovered) return undefined
  const text = cell?.text ?? ''
  const isTwice = more.some(({ row, given }) => textAt(row, given.answerColumn) !== text)
  return {
    sheet,
    field,
    sheetName: first.given.name,
    line: first.row.line,
    column: at,
    text,
    shown: cell?.text ?? '',
    ...faultOf(cell, isTwice),
    ...assignedFrom(first, `${sheet.id}/${field.id}`),
    ...(first.isByLabel ? { note: '照合番号が変わっていたので、項目の名前で照合しました' } : {}),
  }
}

function assignedFrom({ row, given, sheetIds }: Part, key: string): Pick<FoundAnswer, 'note' | 'row'> {
  if (!row.isAssigned) return {}
  return { note: '手で割り当てた行です', row: { ...choiceOf(given, row, sheetIds), key } }
}

const textAt = ({ cells }: GivenRow, at: number) => cells.find(({ column }) => column === at)?.text ?? ''

const faultOf = (cell: GivenCell | undefined, isTwice: boolean) => {
  const fault = cell?.fault ?? (isTwice ? '同じ項目が、ファイルに違う内容で2回あります' : undefined)
  return fault ? { fault } : {}
}

/** A table from its rows. A row or a cell the file does not hold any more is as it is online. */
function tableAnswer(parts: readonly Part[], { sheet, field }: Asked): FoundAnswer | undefined {
  const [first] = parts
  if (!first) return undefined
  const columns = field.columns ?? []
  const head = parts.find(({ part }) => part === 'head')
  const places = columns.map(({ label }, at) =>
    head ? head.row.cells.find(({ text }) => text === label)?.column : first.given.answerColumn + at,
  )
  const rows = tableOf(field, sheet.answers[field.id] ?? '')
  const answer = {
    sheet,
    field,
    sheetName: first.given.name,
    line: first.row.line,
    column: places[0] ?? first.given.answerColumn,
  }
  const body = parts.filter(({ part }) => /^\d+$/.test(part))
  if (body.length === 0) return undefined
  for (const { row, part } of body) {
    const own = columns.map((_, at) => row.cells.find(({ column }) => column === places[at]))
    const open = own[0]?.text.trim() ?? ''
    if (part === '1' && isOpenAnswer(open)) return { ...answer, line: row.line, text: open, shown: open }
    for (const [at, column] of columns.entries()) {
      const cell = own[at]
      if (cell?.isCovered || places[at] === undefined) continue
      const read = readTableCell(column, cell?.text ?? '')
      const fault = cell?.fault ?? read.problem
      const place = { ...answer, line: row.line, column: places[at] ?? answer.column }
      if (fault) return { ...place, text: '', shown: cell?.text ?? '', fault: `${column.label}：${fault}` }
      const target = rows[Number(part) - 1] ?? columns.map(() => '')
      target[at] = read.problem === undefined ? read.value : ''
      rows[Number(part) - 1] = target
    }
  }
  const text = tableText(Array.from(rows, (row) => row ?? columns.map(() => '')))
  return { ...answer, line: body[0]?.row.line ?? first.row.line, text, shown: text }
}
