import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import { readDay } from '../../../organization/core/read-day.ts'
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

/** What is wrong with the answers of a question, by column: what a browser or a CSV may have sent against the rules. */
export function answerProblems(question: SurveyQuestion, cells: AnswerCells): Record<string, string> {
  if (question.type === 'multiple') return markProblems(question, cells)
  const problems: Record<string, string> = {}
  for (const { column } of question.type === 'ranking' ? question.items : []) {
    const problem = rankProblem(question, column, cells)
    if (problem) problems[column] = problem
  }
  for (const { column, options } of valueColumns(question)) {
    const value = cells[column] ?? ''
    if (value === '' || value === 'INV' || value === 'NAP') continue
    const problem =
      options.length > 0
        ? options.some(({ code }) => code === value)
          ? undefined
          : `「${value}」は選択肢にありません`
        : valueProblem(question, value)
    if (problem) problems[column] = problem
  }
  return problems
}

function markProblems(question: SurveyQuestion, cells: AnswerCells): Record<string, string> {
  const { items, options, number, maximum, minimum } = question
  const problems: Record<string, string> = {}
  for (const { column } of items) {
    const marked = options.filter(({ code }) => cells[markColumn(column, code)] === '1')
    const alone = marked.find(({ isExclusive }) => isExclusive)
    if (marked.length === 0) continue
    if (alone && marked.length > 1)
      problems[column] = `${number}：「${alone.label}」は、ほかの答えと一緒に選べません`
    else if (maximum !== undefined && marked.length > maximum)
      problems[column] = `${number}：${maximum}つまで選んでください（いま${marked.length}つ）`
    else if (minimum !== undefined && !alone && marked.length < minimum)
      problems[column] = `${number}：${minimum}つ以上選んでください（いま${marked.length}つ）`
  }
  return problems
}

function valueProblem({ type, number, minimum, maximum }: SurveyQuestion, value: string): string | undefined {
  if (type === 'number') {
    if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(value)) return `${number}：数字で書いてください`
    if (minimum !== undefined && Number(value) < minimum)
      return `${number}：${minimum}以上の数を書いてください`
    if (maximum !== undefined && Number(value) > maximum)
      return `${number}：${maximum}以下の数を書いてください`
    return undefined
  }
  if (type === 'date')
    return readDay(value) ? undefined : `${number}：日付を書いてください（例：令和6年4月1日、2024-04-01）`
  const longest = type === 'text-long' ? longestLong : longestShort
  return value.length > longest
    ? `${number}：${longest.toLocaleString('ja')}字以内で書いてください（いま${value.length.toLocaleString('ja')}字）`
    : undefined
}
