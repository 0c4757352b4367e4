import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import { type Condition, columnsOf } from '../condition/parse-condition.ts'
import { readCondition } from '../condition/read-condition.ts'
import { type ConditionPhrases, japaneseConditions } from '../words/condition-phrases.ts'
import { filled } from '../words/languages.ts'

/**
 * Whom a question is put to, in words: 「問3で「4 やや不満」か「5 不満」を選んだ方」. Empty: everybody. What cannot be read
 * comes back as it is written. `only`: as a request to them.
 */
export function conditionWords(
  questions: readonly SurveyQuestion[],
  showIf: string,
  { said = japaneseConditions, way = 'who' }: { said?: ConditionPhrases; way?: 'who' | 'only' } = {},
): string {
  if (showIf === '') return ''
  const read = readCondition(showIf)
  if (read.problem !== undefined) return showIf
  return filled(said[way], { condition: wordsOf({ questions, said }, read.condition) })
}

type Telling = { questions: readonly SurveyQuestion[]; said: ConditionPhrases }

function wordsOf(telling: Telling, condition: Condition): string {
  const { said } = telling
  if (condition.kind === 'not') return filled(said.not, { inner: wordsOf(telling, condition.inner) })
  if (condition.kind === 'and') return condition.parts.map((part) => innerWords(telling, part)).join(said.and)
  if (condition.kind === 'or') {
    const codes = codesOfOne(condition)
    if (codes) return selectedWords(telling, codes.column, codes.codes)
    return condition.parts.map((part) => innerWords(telling, part)).join(said.or)
  }
  const { column } = condition
  if (condition.kind === 'selected') return selectedWords(telling, column, [condition.code])
  if (condition.kind === 'in') return selectedWords(telling, column, condition.values.map(String))
  if (condition.kind === 'answered') return filled(said.answered, { place: placeOf(telling, column) })
  return comparedWords(telling, condition)
}

/** A part of another kind stands in brackets, so that it can be read in one way only. */
const innerWords = (telling: Telling, part: Condition) =>
  (part.kind === 'or' && !codesOfOne(part)) || part.kind === 'and'
    ? filled(telling.said.bracket, { inner: wordsOf(telling, part) })
    : wordsOf(telling, part)

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

function comparedWords(
  telling: Telling,
  { column, operator, value }: Extract<Condition, { kind: 'compare' }>,
): string {
  const { said } = telling
  const { question, options } = sourceOf(telling.questions, column)
  const place = placeOf(telling, column)
  if (options.length > 0 && operator === '=') return selectedWords(telling, column, [String(value)])
  if (options.length > 0 && operator === '!=')
    return filled(said.notChose, { place, options: optionWords(said, options, String(value)) })
  return filled(said[operator], { place, value: `${value}${question?.unit ?? ''}` })
}

function selectedWords(telling: Telling, column: string, codes: readonly string[]) {
  const { said, questions } = telling
  const { options } = sourceOf(questions, column)
  const listed = codes.map((code) => optionWords(said, options, code)).join(said.orOption)
  return filled(said.chose, { place: placeOf(telling, column), options: listed })
}

const optionWords = (said: ConditionPhrases, options: SurveyQuestion['options'], code: string) =>
  filled(said.option, {
    option: [code, options.find((one) => one.code === code)?.label ?? ''].join(' ').trim(),
  })

function sourceOf(questions: readonly SurveyQuestion[], column: string) {
  const question = questions.find(({ items }) =>
    items.some((item) => item.column === column || item.importanceColumn === column),
  )
  const isImportance = question?.items.some(({ importanceColumn }) => importanceColumn === column) ?? false
  return { question, options: (isImportance ? question?.importanceOptions : question?.options) ?? [] }
}

function placeOf({ questions, said }: Telling, column: string): string {
  const { question } = sourceOf(questions, column)
  const line = question?.items.find((item) => item.column === column || item.importanceColumn === column)
  const number = question?.number ?? column
  return line?.label ? filled(said.line, { number, label: line.label }) : number
}
