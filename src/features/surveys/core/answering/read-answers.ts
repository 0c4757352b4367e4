import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import { readDay } from '../../../organization/core/read-day.ts'
import { type FormWords, japanese } from '../words/japanese.ts'
import { filled } from '../words/languages.ts'
import { type AnswerCells, markColumn, textColumn, valueColumns } from './answer-cells.ts'
import { rankCells, rankProblem } from './ranking.ts'

/** What was sent under a name of a form: every value. */
export type Sent = (name: string) => readonly string[]

export const longestShort = 200
export const longestLong = 2000

/** The answers of a question as they were sent, also what is wrong with them: nothing typed is lost. */
export function cellsSent(question: SurveyQuestion, sent: Sent): Record<string, string> {
  const cells: Record<string, string> = {}
  const put = (column: string, value: string) => {
    cells[column] = value.slice(0, 5000)
  }
  for (const { column } of question.items) {
    const chosen = sent(column)
    if (question.type === 'multiple')
      for (const { code } of question.options) put(markColumn(column, code), chosen.includes(code) ? '1' : '')
    if (question.type === 'ranking')
      for (const [name, value] of Object.entries(rankCells(question, column, chosen))) put(name, value)
    for (const { code, hasText } of question.options)
      if (hasText) put(textColumn(column, code), (sent(textColumn(column, code)).at(-1) ?? '').trim())
  }
  for (const { column, options } of valueColumns(question)) {
    const typed = (sent(column).at(-1) ?? '').trim()
    put(
      column,
      options.length === 0 || options.some(({ code }) => code === typed) ? tidied(question, typed) : '',
    )
  }
  return cells
}

/** Digits and days as people type them, where they can be read; otherwise as typed. */
function tidied({ type }: SurveyQuestion, typed: string): string {
  if (type === 'number') return typed.normalize('NFKC').replaceAll(/[,\s]/g, '').replaceAll('−', '-')
  return type === 'date' && typed !== '' ? (readDay(typed) ?? typed) : typed
}

/**
 * What is wrong with the answers of a question, by column: what a browser or a CSV may have sent against the rules. In the words
 * of a language.
 */
export function answerProblems(
  question: SurveyQuestion,
  cells: AnswerCells,
  words: FormWords = japanese,
): Record<string, string> {
  if (question.type === 'multiple') return markProblems(question, cells, words)
  const problems: Record<string, string> = {}
  for (const { column } of question.type === 'ranking' ? question.items : []) {
    const problem = rankProblem(question, { column, cells, words })
    if (problem) problems[column] = problem
  }
  for (const { column, options } of valueColumns(question)) {
    const value = cells[column] ?? ''
    if (value === '' || value === 'INV' || value === 'NAP') continue
    const isOption = options.some(({ code }) => code === value)
    if (options.length > 0 && !isOption) problems[column] = filled(words.noOption, { value })
    const problem = options.length > 0 ? undefined : valueProblem(question, value, words)
    if (problem) problems[column] = problem
  }
  return problems
}

function markProblems(question: SurveyQuestion, cells: AnswerCells, words: FormWords) {
  const { items, options, number: no, maximum, minimum } = question
  const problems: Record<string, string> = {}
  for (const { column } of items) {
    const marked = options.filter(({ code }) => cells[markColumn(column, code)] === '1')
    const now = marked.length
    const alone = marked.find(({ isExclusive }) => isExclusive)
    if (now === 0) continue
    if (alone && now > 1) problems[column] = filled(words.exclusive, { no, label: alone.label })
    else if (maximum !== undefined && now > maximum)
      problems[column] = filled(words.tooMany, { no, n: maximum, now })
    else if (minimum !== undefined && !alone && now < minimum)
      problems[column] = filled(words.tooFew, { no, n: minimum, now })
  }
  return problems
}

function valueProblem(question: SurveyQuestion, value: string, words: FormWords): string | undefined {
  const { type, number: no, minimum, maximum } = question
  if (type === 'number') {
    if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(value)) return filled(words.notNumber, { no })
    if (minimum !== undefined && Number(value) < minimum) return filled(words.tooSmall, { no, n: minimum })
    if (maximum !== undefined && Number(value) > maximum) return filled(words.tooLarge, { no, n: maximum })
    return undefined
  }
  if (type === 'date') return readDay(value) ? undefined : filled(words.notDay, { no })
  const n = (type === 'text-long' ? longestLong : longestShort).toLocaleString('ja')
  const isLong = value.length > (type === 'text-long' ? longestLong : longestShort)
  return isLong ? filled(words.tooLong, { no, n, now: value.length.toLocaleString('ja') }) : undefined
}
