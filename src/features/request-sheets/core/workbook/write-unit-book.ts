import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { WriteCell, WriteColumn, WriteSheet, WriteValue } from '#src/lib/table/table.ts'
import { answerWords } from '../answer-words.ts'
import { fieldKindLabels, type SheetField, type TableColumn, tableOf } from '../fields.ts'
import { asksYear, yearChoices } from '../read-year.ts'
import { type References, referencesFor } from '../references.ts'
import {
  isOpenAnswer,
  openAnswers,
  openFields,
  type RequestRound,
  type RequestSheet,
  remarkKindLabels,
} from '../sheets.ts'
import { type Beside, besideSheet } from './beside-sheet.ts'
import { type BookOrigin, recordSheet, versionOf } from './book-record.ts'
import { guideSheet } from './guide-sheet.ts'
import { linesIn } from './lines-in.ts'

/** Columns of every sheet: the ids are hidden, answers begin at D; tables go on to the right of it. */
export const column = { key: 1, label: 2, how: 3, answer: 4 } as const
export const headings = { key: '照合番号', label: '項目', how: '書き方', answer: '回答' } as const

export type UnitBook = {
  round: RequestRound
  sheets: readonly RequestSheet[]
  unitName: string
  references: References
  origin: BookOrigin
  /** What is known beside the answers (参考), to be read only. */
  besides?: readonly Beside[]
  /** The installation's key for the checks. */
  key: string
}

/** One workbook a unit, one sheet of it for each request sheet, a guide, and a record that only the program reads. */
export function unitBook(book: UnitBook): WriteSheet[] {
  const { round, sheets, origin, key, besides = [] } = book
  const values = sheets.flatMap(({ id, answers }) =>
    round.fields.map((field) => [`${id}/${field.id}`, answers[field.id] ?? ''] as const),
  )
  return [
    ...answerSheets(book),
    guideSheet(round),
    ...(besides.length > 0
      ? [besideSheet({ besides, names: sheetNamesOf(sheets), exportedAt: origin.exportedAt })]
      : []),
    recordSheet(
      { ...origin, roundVersion: versionOf(round.fields), sheetNames: sheetNamesOf(sheets), values },
      key,
    ),
  ]
}

/** The pages people fill in, one a request sheet. */
export const answerSheets = ({ round, sheets, unitName, references }: UnitBook): WriteSheet[] =>
  sheets.map((sheet, position) =>
    answerSheet({ round, sheet, unitName, references, position, count: sheets.length }),
  )

export const sheetNamesOf = (sheets: readonly RequestSheet[]) =>
  sheets.map(({ id, subject }, position) => [id, sheetName(position, subject)] as const)

/** Excel allows 31 signs and none of these in the name of a sheet. */
const sheetName = (position: number, subject: string) =>
  `${position + 1} ${subject.replaceAll(/[\\/?*[\]:']/g, '・')}`.slice(0, 31)

type Asked = Pick<UnitBook, 'round' | 'unitName' | 'references'> & {
  sheet: RequestSheet
  position: number
  count: number
}

function answerSheet({ round, sheet, unitName, references, position, count }: Asked): WriteSheet {
  const open = new Set(openFields(sheet, round.fields).map(({ id }) => id))
  const blocks = round.fields.map((field) =>
    field.kind === 'table'
      ? tableBlock({ field, sheet, isOpen: open.has(field.id) })
      : [plainRow({ field, sheet, references, isOpen: open.has(field.id) })],
  )
  const rows = blocks.flat()
  const width = Math.max(
    1,
    ...round.fields.map(({ kind, columns = [] }) => (kind === 'table' ? columns.length : 1)),
  )
  return {
    name: sheetName(position, sheet.subject),
    title: `${round.title}　${unitName}　${sheet.subject}`,
    guidance: `${askedWords(round, sheet)}　シート ${position + 1}／${count}。黄色の欄に書いてください。分からないときは「${openAnswers[0]}」か「${openAnswers[1]}」と書けます。`,
    columns: columnsOf(width),
    rows: rows.map(({ values }) => values),
    form: {
      cells: rows.flatMap(({ cells }, row) => cells.map((cell) => ({ ...cell, row }))),
      lines: rows.map(({ lines }) => lines),
      orientation: width > 3 ? 'landscape' : 'portrait',
      footer: `${round.title}　${unitName}`,
    },
  }
}

function askedWords({ sentAt }: RequestRound, { dueOn }: RequestSheet): string {
  const asked = sentAt ? `依頼日 ${eraDay(tokyoDay(new Date(sentAt)))}　` : ''
  return `${asked}回答期限 ${eraDay(dueOn)}`
}

const answerWidth = 52
const tableWidth = 14

function columnsOf(width: number): WriteColumn[] {
  const extra = Array.from({ length: width - 1 }, () => ({
    header: '',
    width: tableWidth,
    format: 'text' as const,
  }))
  return [
    { header: headings.key, width: 10, format: 'text', isReference: true, isHidden: true },
    { header: headings.label, width: 24, format: 'text' },
    { header: headings.how, width: 26, format: 'text', isReference: true },
    { header: headings.answer, width: answerWidth, format: 'text' },
    ...extra,
  ]
}

type Row = { values: WriteValue[]; cells: Omit<WriteCell, 'row'>[]; lines: number }
type Given = { field: SheetField; sheet: RequestSheet; isOpen: boolean }

function plainRow({ field, sheet, references, isOpen }: Given & { references: References }): Row {
  const value = sheet.answers[field.id] ?? ''
  const how = howWords(field, sheet, isOpen)
  const shown = answerWords(field, value, references)
  const isNumber = field.kind === 'number'
  const isYear = isNumber && asksYear(field.label)
  const choices = isYear ? yearChoices(sheet.dueOn) : choicesOf(field, references)
  const mayWrite = isOpen && field.kind !== 'attachment'
  const cell = {
    column: column.answer,
    isOpen: mayWrite,
    ...(isNumber ? { format: isYear ? ('year' as const) : ('decimal' as const) } : {}),
    ...(mayWrite && choices.length > 0 ? { choices } : {}),
    ...(mayWrite && isNumber && !isYear ? { expects: numberOrOpen } : {}),
    ...(mayWrite ? { note: how } : {}),
  }
  return {
    values: [`${sheet.id}/${field.id}`, labelOf(field), how, isNumber ? numberOr(shown) : shown],
    cells: [cell],
    lines: Math.max(field.kind === 'text' ? 3 : 1, linesIn(shown, answerWidth), linesIn(how, 26)),
  }
}

/** A table of the sheet: a row of headings and one for each row, each with its own hidden id. */
function tableBlock({ field, sheet, isOpen }: Given): Row[] {
  const columns = field.columns ?? []
  const value = sheet.answers[field.id] ?? ''
  const how = howWords(field, sheet, isOpen)
  const head: Row = {
    values: [`${sheet.id}/${field.id}#head`, labelOf(field), how, ...columns.map(({ label }) => label)],
    cells: columns.map((_, at) => ({ column: column.answer + at, isHeading: true })),
    lines: linesIn(how, 26),
  }
  const open = isOpenAnswer(value) ? [[value]] : []
  const rows = open.length > 0 ? [...open, ...tableOf(field, '').slice(1)] : tableOf(field, value)
  const body = rows.map(
    (row, at): Row => ({
      values: [
        `${sheet.id}/${field.id}#${at + 1}`,
        `　${at + 1}`,
        '',
        ...columns.map(({ kind }, place) =>
          kind === 'number' ? numberOr(row[place] ?? '') : (row[place] ?? ''),
        ),
      ],
      cells: columns.map((one, place) =>
        tableCell(one, { column: column.answer + place, isOpen }, sheet.dueOn),
      ),
      lines: Math.max(1, ...row.map((cell, place) => linesIn(cell, place === 0 ? answerWidth : tableWidth))),
    }),
  )
  return [head, ...body]
}

function tableCell(
  { kind, label, choices = [] }: TableColumn,
  place: { column: number; isOpen: boolean },
  dueOn: string,
) {
  if (kind !== 'number') return { ...place, ...(kind === 'choice' && place.isOpen ? { choices } : {}) }
  if (!asksYear(label))
    return {
      ...place,
      format: 'decimal' as const,
      // The first cell of a table may hold an open answer for all of it.
      ...(place.isOpen ? { expects: place.column === column.answer ? numberOrOpen : number } : {}),
    }
  return { ...place, format: 'year' as const, ...(place.isOpen ? { choices: yearChoices(dueOn) } : {}) }
}

/** Wider than any figure of a town; what a spreadsheet still keeps to the last digit. */
const number = {
  least: -1_000_000_000_000,
  most: 1_000_000_000_000,
  orWords: [] as readonly string[],
  otherwise: '80 のように数だけを書いてください。このまま入れると、戻したときに読めないことがあります。',
}
const numberOrOpen = {
  ...number,
  orWords: openAnswers,
  otherwise: `80 のように数だけを書くか、「${openAnswers.join('」「')}」と書いてください。このまま入れると、戻したときに読めないことがあります。`,
}

const labelOf = ({ label, isRequired }: SheetField) => (isRequired ? `※${label}` : label)

function choicesOf(field: SheetField, references: References): string[] {
  const own =
    field.kind === 'choice'
      ? (field.choices ?? [])
      : referencesFor(field, references).map(({ label }) => label)
  return own.length > 0 ? [...own, ...openAnswers] : []
}

function howWords(field: SheetField, sheet: RequestSheet, isOpen: boolean): string {
  const remarks = sheet.remarks
    .filter(({ fieldId }) => fieldId === field.id)
    .map(({ kind, text }) => `${remarkKindLabels[kind]}：${text}`)
  const kind = { number: '数だけを書きます', choice: '一覧から選びます', attachment: '画面で添えます' }
  const words = [
    ...remarks,
    isOpen ? (field.isRequired ? '必ず書いてください' : '') : 'いまは書けません',
    field.hint ?? '',
    field.kind in kind ? kind[field.kind as keyof typeof kind] : '',
    field.kind === 'item' || field.kind === 'indicator' ? `${fieldKindLabels[field.kind]}から選びます` : '',
  ]
  return words.filter(Boolean).join('。')
}

export const numberOr = (text: string): WriteValue => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text)
