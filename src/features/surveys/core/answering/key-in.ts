import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import { readDay } from '../../../organization/core/read-day.ts'
import { markColumn, valueColumns } from './answer-cells.ts'
import { answerProblems, longestLong } from './read-answers.ts'

/** One field of the key-in screen: codes as they stand on the paper. */
export type KeyField = {
  /** The column, of a question with several answers that of the whole question. */
  name: string
  label: string
  /** What may be typed: 「1〜5、9」. */
  codes: string
  question: SurveyQuestion
}

/** The fields of a question for a person at the keyboard. */
export function keyFields(question: SurveyQuestion): KeyField[] {
  const { type, number, options, items } = question
  if (type === 'note') return []
  if (type === 'multiple')
    return items.map(({ column }) => ({
      name: column,
      label: `${number}（いくつか）`,
      codes: codesWords(options.map(({ code }) => code)),
      question,
    }))
  return valueColumns(question).map(({ column, label, options: list }) => ({
    name: column,
    label: label ? `${number} ${label}` : number,
    codes: list.length > 0 ? codesWords(list.map(({ code }) => code)) : (typeWords[type as 'number'] ?? '文'),
    question,
  }))
}

const typeWords = { number: '数', date: '日付' }
const codesWords = (codes: readonly string[]) => codes.join(' ')

/**
 * What was typed for a question as cells: `.` 無回答 (as an empty field), `*` 無効, several codes with blanks or commas.
 * Problems by field: nothing is guessed.
 */
export function readKeyed(
  question: SurveyQuestion,
  typed: (name: string) => string,
): { cells: Record<string, string>; problems: Record<string, string> } {
  const cells: Record<string, string> = {}
  const problems: Record<string, string> = {}
  for (const { name, label } of keyFields(question)) {
    const raw = typed(name).trim()
    const text = question.type === 'text-long' || question.type === 'text-short' ? raw : raw.normalize('NFKC')
    if (text === '' || text === '.') continue
    if (question.type === 'multiple') Object.assign(cells, marksOf(question, name, text) ?? {})
    else cells[name] = text === '*' ? 'INV' : keyedValue(question, text)
    if (question.type === 'multiple' && marksOf(question, name, text) === undefined)
      problems[name] = `${label}：「${text}」に、選択肢にない番号があります`
  }
  for (const [column, problem] of Object.entries(answerProblems(question, cells)))
    problems[column] ??= problem.startsWith('問') ? problem : `${question.number}：${problem}`
  return { cells, problems }
}

function keyedValue({ type }: SurveyQuestion, text: string): string {
  if (type === 'number') return text.replaceAll(/[,\s]/g, '')
  if (type === 'date') return readDay(text) ?? text
  return text.slice(0, longestLong + 1)
}

/** Marks of the codes typed; undefined where one is none of the options. */
function marksOf(
  { options }: SurveyQuestion,
  column: string,
  text: string,
): Record<string, string> | undefined {
  const isInvalid = text === '*'
  const typed = isInvalid ? [] : text.split(/[\s,、.]+/).filter(Boolean)
  if (typed.some((code) => !options.some((option) => option.code === code))) return undefined
  return Object.fromEntries(
    options.flatMap(({ code }) => {
      const value = isInvalid ? 'INV' : typed.includes(code) ? '1' : ''
      return value === '' ? [] : [[markColumn(column, code), value]]
    }),
  )
}
