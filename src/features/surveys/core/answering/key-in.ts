import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import { readDay } from '../../../organization/core/read-day.ts'
import { type AnswerCells, markColumn, textColumn, valueColumns } from './answer-cells.ts'
import { orderOf, rankCells } from './ranking.ts'
import { answerProblems, longestLong } from './read-answers.ts'

/** One field of the key-in screen: codes as they stand on the paper. */
export type KeyField = {
  /** The column, of a question with several answers or places that of the whole question. */
  name: string
  label: string
  kind: 'one' | 'many' | 'order' | 'number' | 'date' | 'text'
  /** What may be typed; none where it is no code. */
  codes: readonly string[]
  question: SurveyQuestion
}

const typedKinds = { number: 'number', date: 'date' } as const

/** The fields of a question for a person at the keyboard, the words beside 「その他」 after its codes. */
export function keyFields(question: SurveyQuestion): KeyField[] {
  const { type, number, options, items } = question
  if (type === 'note') return []
  const codes = options.map(({ code }) => code)
  const texts = items.flatMap(({ column }) =>
    options
      .filter(({ hasText }) => hasText)
      .map(({ code, label }): KeyField => {
        const name = textColumn(column, code)
        return { name, label: `${number} ${code}「${label}」の文`, kind: 'text', codes: [], question }
      }),
  )
  if (type === 'multiple' || type === 'ranking') {
    const kind = type === 'multiple' ? 'many' : 'order'
    const label = `${number}（${type === 'multiple' ? 'いくつか' : '順に'}）`
    return [
      ...items.map(({ column }): KeyField => ({ name: column, label, kind, codes, question })),
      ...texts,
    ]
  }
  const values = valueColumns(question).map(
    ({ column, label, options: list }): KeyField => ({
      name: column,
      label: label ? `${number} ${label}` : number,
      kind: list.length > 0 ? 'one' : (typedKinds[type as 'number'] ?? 'text'),
      codes: list.map(({ code }) => code),
      question,
    }),
  )
  return [...values, ...texts]
}

/**
 * What was typed for a question as cells: `.` 無回答 (as an empty field), `*` 無効, several codes with blanks or commas, or
 * without when each has one sign. Problems by field: nothing is guessed.
 */
export function readKeyed(
  question: SurveyQuestion,
  typed: (name: string) => string,
): { cells: Record<string, string>; problems: Record<string, string> } {
  const cells: Record<string, string> = {}
  const problems: Record<string, string> = {}
  for (const field of keyFields(question)) {
    const { name, label, kind } = field
    const raw = typed(name).trim()
    const text = kind === 'text' ? raw : raw.normalize('NFKC')
    if (text === '' || text === '.') continue
    const read = cellsOfField(field, text)
    if (read) Object.assign(cells, read)
    else problems[name] = `${label}：「${text}」に、選択肢にない番号があります`
  }
  for (const [column, problem] of Object.entries(answerProblems(question, cells)))
    problems[column] ??= problem.startsWith('問') ? problem : `${question.number}：${problem}`
  return { cells, problems }
}

/** Cells of one field; undefined where a code is none of the options. */
function cellsOfField(field: KeyField, text: string): Record<string, string> | undefined {
  const { name, kind, codes, question } = field
  if (kind !== 'many' && kind !== 'order') return { [name]: text === '*' ? 'INV' : keyedValue(field, text) }
  if (text === '*') return Object.fromEntries(codes.map((code) => [markColumn(name, code), 'INV']))
  const typed = codesTyped(codes, text)
  if (typed.some((code) => !codes.includes(code))) return undefined
  const all =
    kind === 'order'
      ? rankCells(question, name, typed)
      : Object.fromEntries(codes.map((code) => [markColumn(name, code), typed.includes(code) ? '1' : '']))
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''))
}

function codesTyped(codes: readonly string[], text: string): string[] {
  const parts = text.split(/[\s,、.]+/).filter(Boolean)
  const [only] = parts
  const isRun = only !== undefined && parts.length === 1 && codes.every(({ length }) => length === 1)
  return isRun ? [...only] : parts
}

function keyedValue({ kind }: KeyField, text: string): string {
  if (kind === 'number') return text.replaceAll(/[,\s]/g, '')
  if (kind === 'date') return readDay(text) ?? text
  return text.slice(0, longestLong + 1)
}

/** What stands in a field for these cells: the inverse of `readKeyed`, in one spelling. */
export function keyedText({ name, kind, codes, question }: KeyField, cells: AnswerCells): string {
  if (kind === 'many' || kind === 'order') {
    if (codes.some((code) => cells[markColumn(name, code)] === 'INV')) return '*'
    const given =
      kind === 'order'
        ? orderOf(question, name, cells).filter(Boolean)
        : codes.filter((code) => cells[markColumn(name, code)] === '1')
    return given.join(' ')
  }
  const value = cells[name] ?? ''
  return value === 'INV' ? '*' : value
}
