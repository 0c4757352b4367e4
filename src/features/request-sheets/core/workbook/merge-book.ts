import { columnLetters } from '#src/lib/table/table.ts'
import { answerWords } from '../answer-words.ts'
import { type Answers, type SheetField, tableOf, tableText } from '../fields.ts'
import { readAnswer } from '../read-answer.ts'
import type { References } from '../references.ts'
import { isOpenAnswer, openFields } from '../sheets.ts'
import { type BookRecord, checkOf, versionOf } from './book-record.ts'
import { type FoundAnswer, foundAnswers, type RowChoice, type Unmatched } from './found-answers.ts'
import type { Known } from './known-sheets.ts'
import type { BookRead } from './read-unit-book.ts'

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
  /** What would be written; only of what can be taken. */
  value?: string
  /** Taken only when a person says so: it would overwrite something, or empty a required field. */
  needsChoice: boolean
  words: string
  /** Of the sheet the comparison was made with. */
  revision: number
  /** Of a row that matched nothing, or was assigned by hand. */
  row?: RowChoice
}

export type TakeInReport = {
  lines: ReportLine[]
  unchangedCount: number
  /** Answers the file does not hold: unchanged, never a deletion. */
  missingCount: number
  missingSheets: string[]
  /** The revision of each sheet the comparison was made with. */
  revisions: Record<string, number>
  notes: string[]
  /** The fields a row without a known id can be assigned to. */
  fields: AssignableFields[]
  problem?: undefined
}

/** The open fields of a sheet that one cell answers. */
export type AssignableFields = { sheetId: string; subject: string; fields: { id: string; label: string }[] }

/**
 * Compares a returned workbook with what the sheets hold now.
 *
 * Three values meet in a cell: as exported, as it is online, as it is in the file. Only one side changed: take it. Both,
 * and differently: a conflict, shown side by side and taken only when a person chooses it. Where the file cannot prove
 * what was exported, every difference is a conflict.
 */
export function mergeBook(book: BookRead, known: Known): TakeInReport | { problem: string } {
  const problem = foreignBook(book.record, known)
  if (problem) return { problem }
  const { answers, unmatched, notes } = foundAnswers(book, known)
  if (answers.length === 0 && unmatched.length === 0)
    return { problem: 'この依頼の回答が、ファイルに見つかりません。書き出したファイルか、確かめてください' }
  const judged = answers.map((answer) => lineOf(answer, book.record, known))
  const seen = new Set(answers.map(({ sheet, field }) => `${sheet.id}/${field.id}`))
  const all = known.sheets.flatMap(({ id }) => known.round.fields.map((field) => `${id}/${field.id}`))
  const seenSheets = new Set(answers.map(({ sheet }) => sheet.id))
  return {
    lines: [...judged.filter((line) => line !== undefined), ...unmatched.map(unmatchedLine)],
    unchangedCount: judged.filter((line) => line === undefined).length,
    missingCount: all.filter((key) => !seen.has(key)).length,
    missingSheets: known.sheets.filter(({ id }) => !seenSheets.has(id)).map(({ subject }) => subject),
    revisions: Object.fromEntries(known.sheets.map(({ id, revision }) => [id, revision])),
    fields: assignableFields(known),
    notes: [...book.notes, ...recordNotes(book.record, known), ...notes],
  }
}

const assignableFields = ({ sheets, round }: Known): AssignableFields[] =>
  sheets.map((sheet) => ({
    sheetId: sheet.id,
    subject: sheet.subject,
    fields: openFields(sheet, round.fields)
      .filter(({ kind }) => kind !== 'table' && kind !== 'attachment')
      .map(({ id, label }) => ({ id, label })),
  }))

function recordNotes(record: BookRecord | undefined, { round }: Known): string[] {
  if (!record) return [withoutRecord]
  const isOfOtherForm = record.roundVersion !== '' && record.roundVersion !== versionOf(round.fields)
  return isOfOtherForm ? [otherForm] : []
}

const otherForm = '書き出したあとに、依頼の様式が変わっています。いまの様式にある項目だけを照合しました'
const withoutRecord =
  '書き出したときの記録がファイルにありません。何が変わったかを確かめられないので、違うところをすべて並べて示します'

function foreignBook(record: BookRecord | undefined, { round, municipalityCode }: Known): string | undefined {
  if (!record) return undefined
  if (record.municipalityCode && record.municipalityCode !== municipalityCode)
    return 'ほかの市町村のファイルです。取り込めません'
  if (record.roundId !== round.id)
    return `別の依頼のファイルです。「${round.title}」から書き出したファイルを選んでください`
  return undefined
}

function unmatchedLine({ sheet, cell, label, inFile, words, row }: Unmatched): ReportLine {
  const place = { sheet, cell, subject: '', label, sheetId: '', fieldId: '', revision: 0 }
  return { ...place, kind: 'problem', now: '', inFile, needsChoice: false, words, row }
}

function lineOf(found: FoundAnswer, record: BookRecord | undefined, known: Known): ReportLine | undefined {
  const { sheet, field } = found
  const { references, round, key } = known
  const now = sheet.answers[field.id] ?? ''
  const line = {
    sheet: found.sheetName,
    cell: `${columnLetters(found.column)}${found.line}`,
    subject: sheet.subject,
    label: field.label,
    sheetId: sheet.id,
    fieldId: field.id,
    revision: sheet.revision,
    now: answerWords(field, now, references),
    needsChoice: false,
    ...(found.row ? { row: found.row } : {}),
  }
  const problem = (words: string): ReportLine => ({ ...line, kind: 'problem', inFile: found.shown, words })
  if (found.fault) return problem(found.fault)
  const says = (value: string) => isSame(field, found, { value, references })
  if (says(now)) return undefined
  const exported = record?.exported[`${sheet.id}/${field.id}`]
  const isProven =
    exported !== undefined &&
    exported.check === checkOf(round.id, `${sheet.id}/${field.id}`, { value: exported.value, key })
  if (isProven && says(exported.value)) return undefined
  if (field.kind === 'attachment') return problem('添付ファイルは、画面で添えてください')
  const read = readAnswer(field, found.text, references)
  if (read.problem !== undefined) return problem(read.problem)
  if (read.value === now) return undefined
  if (!openFields(sheet, round.fields).some(({ id }) => id === field.id))
    return problem('いまは書けない項目です（回答済、受理、または差し戻していない項目）')
  const taken = { ...line, inFile: answerWords(field, read.value, references), value: read.value }
  const notes = [read.note, found.note].filter(Boolean).join('。')
  if (!isProven || !isEqual(now, exported.value)) {
    const words = isProven
      ? '書き出したあとに、画面でも直されています'
      : '書き出したときの内容を確かめられません'
    return { ...taken, kind: 'conflict', needsChoice: true, words: [words, notes].filter(Boolean).join('。') }
  }
  if (read.value === '')
    return { ...taken, kind: 'clear', needsChoice: field.isRequired, words: '回答が消えます' }
  return { ...taken, kind: 'change', words: notes }
}

/** Whether the file says what a value says: the words are compared, before anything is read into them. */
function isSame(
  field: SheetField,
  { text }: FoundAnswer,
  { value, references }: { value: string; references: References },
): boolean {
  if (isEqual(text, value)) return true
  if (field.kind !== 'table') return isEqual(text, answerWords(field, value, references))
  return !isOpenAnswer(text) && !isOpenAnswer(value) && text === tableText(tableOf(field, value))
}

const isEqual = (a: string, b: string) => plain(a) === plain(b)
const plain = (text: string) => text.replaceAll('\r\n', '\n').trim()

/** What a person chooses when she ticks a line: this field, as the sheet was when she saw it. */
export const choiceName = ({
  sheetId,
  fieldId,
  revision,
}: Pick<ReportLine, 'sheetId' | 'fieldId' | 'revision'>) => `${sheetId}/${fieldId}@${revision}`

/** Choices that were made of sheets of this report as they are no longer: somebody edited them meanwhile. */
export function outdatedChoices({ lines, revisions }: TakeInReport, chosen: ReadonlySet<string>): string[] {
  const known = new Set(lines.filter(({ needsChoice }) => needsChoice).map(choiceName))
  return [...chosen].filter((name) => (name.split('/')[0] ?? '') in revisions && !known.has(name))
}

/** What a report takes over: good cells, and of those that need a choice the chosen ones; by sheet. */
export function acceptedChanges(
  { lines }: TakeInReport,
  chosen: ReadonlySet<string> = new Set(),
): Map<string, Answers> {
  const bySheet = new Map<string, Answers>()
  for (const line of lines) {
    const { sheetId, fieldId, value, needsChoice } = line
    if (value === undefined || (needsChoice && !chosen.has(choiceName(line)))) continue
    bySheet.set(sheetId, { ...bySheet.get(sheetId), [fieldId]: value })
  }
  return bySheet
}

/** What is taken as it is, what needs a choice, what cannot be taken. */
export function countsOf({ lines }: TakeInReport) {
  const choices = lines.filter(({ needsChoice }) => needsChoice).length
  const problems = lines.filter(({ kind }) => kind === 'problem').length
  return { good: lines.length - choices - problems, choices, problems }
}
