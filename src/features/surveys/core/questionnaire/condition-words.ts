import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import { type Condition, columnsOf, type Operator } from '../condition/parse-condition.ts'
import { readCondition } from '../condition/read-condition.ts'

/**
 * Whom a question is put to, in words: 「問3で「4 やや不満」か「5 不満」を選んだ方」. Empty: everybody. What cannot be read
 * comes back as it is written.
 */
export function conditionWords(questions: readonly SurveyQuestion[], showIf: string): string {
  if (showIf === '') return ''
  const read = readCondition(showIf)
  return read.problem === undefined ? `${wordsOf(questions, read.condition)}方` : showIf
}

function wordsOf(questions: readonly SurveyQuestion[], condition: Condition): string {
  if (condition.kind === 'not') return `「${wordsOf(questions, condition.inner)}」ではない`
  if (condition.kind === 'and')
    return condition.parts.map((part) => innerWords(questions, part)).join('、かつ、')
  if (condition.kind === 'or') {
    const codes = codesOfOne(condition)
    if (codes) return selectedWords(questions, codes.column, codes.codes)
    return condition.parts.map((part) => innerWords(questions, part)).join('、または、')
  }
  const { column } = condition
  if (condition.kind === 'selected') return selectedWords(questions, column, [condition.code])
  if (condition.kind === 'in') return selectedWords(questions, column, condition.values.map(String))
  if (condition.kind === 'answered') return `${placeOf(questions, column)}に答えた`
  return comparedWords(questions, condition)
}

/** A part of another kind stands in brackets, so that it can be read in one way only. */
const innerWords = (questions: readonly SurveyQuestion[], part: Condition) =>
  (part.kind === 'or' && !codesOfOne(part)) || part.kind === 'and'
    ? `（${wordsOf(questions, part)}）`
    : wordsOf(questions, part)

/** Options of one column of which any will do. */
function codesOfOne({ parts }: Extract<Condition, { kind: 'or' }>) {
  const codes = parts.flatMap((part) =>
    part.kind === 'selected'
      ? [part.code]
      : part.kind === 'compare' && part.operator === '='
        ? [part.value]
        : [],
  )
  const columns = new Set(parts.flatMap(columnsOf))
  const [column] = columns
  return column !== undefined && columns.size === 1 && codes.length === parts.length
    ? { column, codes: codes.map(String) }
    : undefined
}

const operatorWords: Record<Operator, string> = {
  '=': 'である',
  '!=': 'ではない',
  '<': 'より小さい',
  '<=': '以下の',
  '>': 'より大きい',
  '>=': '以上の',
}

function comparedWords(
  questions: readonly SurveyQuestion[],
  { column, operator, value }: Extract<Condition, { kind: 'compare' }>,
): string {
  const { question, options } = sourceOf(questions, column)
  if (options.length > 0 && operator === '=') return selectedWords(questions, column, [String(value)])
  if (options.length > 0 && operator === '!=')
    return `${placeOf(questions, column)}で${optionWords(options, String(value))}以外を選んだ`
  return `${placeOf(questions, column)}の答えが${value}${question?.unit ?? ''}${operatorWords[operator]}`
}

function selectedWords(questions: readonly SurveyQuestion[], column: string, codes: readonly string[]) {
  const { options } = sourceOf(questions, column)
  return `${placeOf(questions, column)}で${codes.map((code) => optionWords(options, code)).join('か')}を選んだ`
}

const optionWords = (options: SurveyQuestion['options'], code: string) =>
  `「${[code, options.find((one) => one.code === code)?.label ?? ''].join(' ').trim()}」`

function sourceOf(questions: readonly SurveyQuestion[], column: string) {
  const question = questions.find(({ items }) =>
    items.some((item) => item.column === column || item.importanceColumn === column),
  )
  const isImportance = question?.items.some(({ importanceColumn }) => importanceColumn === column) ?? false
  return { question, options: (isImportance ? question?.importanceOptions : question?.options) ?? [] }
}

function placeOf(questions: readonly SurveyQuestion[], column: string): string {
  const { question } = sourceOf(questions, column)
  const line = question?.items.find((item) => item.column === column || item.importanceColumn === column)
  return `${question?.number ?? column}${line?.label ? `の「${line.label}」` : ''}`
}
