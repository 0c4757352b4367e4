import { sha256Hex } from '#src/formats/canonical-json.ts'
import { columnLetters, type ReadSheet, type WriteSheet } from '#src/lib/table/table.ts'
import { readAnswer } from './read-answer.ts'
import { type Answers, openFields, type RequestRound, type RequestSheet } from './sheets.ts'

const column = { key: 1, label: 2, answer: 4, exported: 5, check: 6 } as const
const answerColumn = columnLetters(column.answer)

type Asked = { round: RequestRound; sheets: readonly RequestSheet[]; unitName: string }

/** One workbook a unit, one sheet of it for each request sheet. Every row carries its ids, so that sorted rows still match. */
export function sheetWorkbook({ round, sheets, unitName }: Asked): WriteSheet[] {
  return sheets.map((sheet, position) => ({
    name: sheetName(position, sheet.subject),
    title: `${round.title}　${unitName}　${sheet.subject}`,
    guidance: `「回答」の列に書いてください。期限は${sheet.dueOn}です。分からないときは「わからない」か「事務局に相談」と書けます。灰色の列は消さないでください。`,
    columns: [
      { header: '照合番号', width: 16, format: 'text', isReference: true },
      { header: '項目', width: 28, format: 'text', isReference: true },
      { header: '書き方', width: 28, format: 'text', isReference: true },
      { header: '回答', width: 60, format: 'text' },
      { header: '書き出したときの内容', width: 30, format: 'text', isReference: true },
      { header: '確認', width: 10, format: 'text', isReference: true },
    ],
    rows: round.fields.map((field) => {
      const value = sheet.answers[field.id] ?? ''
      const key = `${sheet.id}/${field.id}`
      const how = [
        field.isRequired ? '※必須' : '任意',
        field.choices?.join('・'),
        field.kind === 'number' ? '数だけ' : '',
      ]
      return [key, field.label, how.filter(Boolean).join('　'), value, value, checkOf(key, value)]
    }),
  }))
}

/** Excel allows 31 signs and none of these in the name of a sheet. */
const sheetName = (position: number, subject: string) =>
  `${position + 1} ${subject.replaceAll(/[\\/?*[\]:']/g, '・')}`.slice(0, 31)

/** Tells an exported value that was changed by accident from one that was not. */
const checkOf = (key: string, value: string) => sha256Hex(`${key}\n${value}`).slice(0, 8)

/** One line of the report: a cell of the file and what happens with it. */
export type ReportLine = {
  sheet: string
  cell: string
  subject: string
  label: string
  sheetId: string
  fieldId: string
  kind: 'change' | 'clear' | 'conflict' | 'problem'
  now: string
  inFile: string
  words: string
}

export type TakeInReport = {
  lines: ReportLine[]
  unchangedCount: number
  missingCount: number
  notes: string[]
}

type Known = { round: RequestRound; sheets: readonly RequestSheet[] }

/**
 * Reads a returned workbook against what the sheets hold now.
 *
 * Three values meet in a cell: as exported, as it is online, as it is in the file. Only one side changed: take it. Both, and
 * differently: a conflict, shown side by side and not taken. A missing row is unchanged, never a deletion.
 */
export function readSheetWorkbook(read: readonly ReadSheet[], known: Known): TakeInReport {
  const seen = new Set<string>()
  const lines: ReportLine[] = []
  let unchangedCount = 0
  for (const page of read) {
    for (const row of rowsOf(page)) {
      const line = lineOf(page.name, row, known)
      if (line === 'not-ours') continue
      if (seen.has(row.key))
        lines.push({ ...blankLine(page.name, row), words: '同じ項目が、ファイルに2回あります' })
      else if (line === 'unchanged') unchangedCount++
      else lines.push(line)
      seen.add(row.key)
    }
  }
  const all = known.sheets.flatMap(({ id }) => known.round.fields.map((field) => `${id}/${field.id}`))
  const notes = read.flatMap(({ name, merged }) =>
    merged.length > 0
      ? [`「${name}」に結合したセル（${merged.slice(0, 3).join('、')}）があります。左上の値を読みました`]
      : [],
  )
  return { lines, unchangedCount, missingCount: all.filter((key) => !seen.has(key)).length, notes }
}

type Row = { number: number; key: string; answer: string; fault: string; exported: string; check: string }

function rowsOf({ rows }: ReadSheet): Row[] {
  return rows.flatMap((cells) => {
    const cell = (at: number) => cells.find((one) => one.column === at)?.value
    const text = (at: number) => {
      const value = cell(at)
      if (!value || value.kind === 'problem') return ''
      return value.kind === 'text'
        ? value.text
        : value.kind === 'number'
          ? String(value.number)
          : value.kind === 'day'
            ? value.day
            : ''
    }
    const key = text(column.key).trim()
    if (!/^rs_[0-9a-z]{10}\/[\w-]+$/.test(key)) return []
    const given = cell(column.answer)
    const fault = given?.kind === 'problem' ? '数式やエラーのセルです。値だけを入れてください' : ''
    const number = cells[0]?.row ?? 0
    return [
      {
        number,
        key,
        answer: text(column.answer),
        fault,
        exported: text(column.exported),
        check: text(column.check),
      },
    ]
  })
}

const blankLine = (sheet: string, { number, key, answer }: Row): ReportLine => {
  const [sheetId = '', fieldId = ''] = key.split('/')
  const place = { sheet, cell: `${answerColumn}${number}`, subject: '', label: '', sheetId, fieldId }
  return { ...place, kind: 'problem', now: '', inFile: answer, words: '' }
}

function lineOf(page: string, row: Row, { round, sheets }: Known): ReportLine | 'unchanged' | 'not-ours' {
  const [sheetId = '', fieldId = ''] = row.key.split('/')
  const sheet = sheets.find(({ id }) => id === sheetId)
  const field = round.fields.find(({ id }) => id === fieldId)
  const line = blankLine(page, row)
  if (!sheet || !field)
    return {
      ...line,
      words: '照合番号に合うシートか項目がありません。この課の、この依頼のファイルか確かめてください',
    }
  const now = sheet.answers[fieldId] ?? ''
  const base = { ...line, subject: sheet.subject, label: field.label, now }
  if (row.fault) return { ...base, words: row.fault }
  const answer = readAnswer(field, row.answer)
  const inFile = answer.problem === undefined ? answer.value : row.answer
  if (inFile === now) return 'unchanged'
  const isKnown = row.check === checkOf(row.key, row.exported)
  if (isKnown && inFile === row.exported) return 'unchanged'
  if (answer.problem !== undefined) return { ...base, words: answer.problem }
  if (!openFields(sheet, round.fields).some(({ id }) => id === fieldId))
    return { ...base, words: 'いまは書けない項目です（回答済、受理、または差し戻していない項目）' }
  if (!isKnown || now !== row.exported)
    return {
      ...base,
      kind: 'conflict',
      words: '書き出したあとに、画面でも直されています。どちらにするか、画面で決めてください',
    }
  if (inFile === '') return { ...base, kind: 'clear', words: '回答が消えます' }
  return { ...base, inFile, kind: 'change', words: answer.note ?? '' }
}

/** What a report takes over when a person says so: the good cells, by sheet. */
export function acceptedChanges({ lines }: TakeInReport): Map<string, Answers> {
  const bySheet = new Map<string, Answers>()
  for (const { kind, sheetId, fieldId, inFile } of lines) {
    if (kind !== 'change' && kind !== 'clear') continue
    bySheet.set(sheetId, { ...bySheet.get(sheetId), [fieldId]: inFile })
  }
  return bySheet
}
