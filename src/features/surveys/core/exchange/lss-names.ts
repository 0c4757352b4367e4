import type { Questionnaire, SurveyQuestion } from '#src/formats/survey-question.ts'
import type { ConditionDialect } from '../condition/write-condition.ts'
import { questionsOf } from '../questionnaire/edit-questionnaire.ts'

/** LimeSurvey takes letters and digits only: titles of questions up to 20, subquestions 20, answers 5. */
export const titleOf = ({ code }: Pick<SurveyQuestion, 'code'>) => safe(code, 'q', 20)
export const subCodeOf = (code: string, at: number) =>
  /^[A-Za-z0-9]{1,20}$/.test(code) ? code : `SQ${at + 1}`
export const answerCodeOf = (code: string, at: number) =>
  /^[A-Za-z0-9]{1,5}$/.test(code) ? code : `A${at + 1}`

function safe(code: string, letter: string, most: number): string {
  const plain = code.replaceAll(/[^A-Za-z0-9]/g, '')
  return (/^[A-Za-z]/.test(plain) ? plain : `${letter}${plain}`).slice(0, most)
}

/** Title of the question in LimeSurvey and, of a line of a matrix, its subquestion and scale. */
type Place = { question: SurveyQuestion; variable: string }

/** Where each of our columns is found in LimeSurvey's expressions. */
export function lssPlaces(questionnaire: Questionnaire): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const question of questionsOf(questionnaire)) {
    const title = titleOf(question)
    const isMatrix = question.type === 'matrix' || question.type === 'matrix-dual'
    for (const [at, { column, importanceColumn }] of question.items.entries()) {
      const line = isMatrix ? `${title}_SQ${at + 1}` : title
      places.set(column, { question, variable: importanceColumn ? `${line}_0` : line })
      if (importanceColumn) places.set(importanceColumn, { question, variable: `${line}_1` })
    }
  }
  return places
}

const quoted = (value: string | number) => (typeof value === 'number' ? String(value) : `"${value}"`)
const operators = { '=': '==', '!=': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const

/** Expressions of LimeSurvey (ExpressionScript). */
export function expressionDialect(questionnaire: Questionnaire): ConditionDialect {
  const places = lssPlaces(questionnaire)
  const variable = (column: string) => `${places.get(column)?.variable ?? column}.NAOK`
  const answerOf = (column: string, code: string | number) => {
    const options = places.get(column)?.question.options ?? []
    const at = options.findIndex((option) => option.code === code)
    return at < 0 || typeof code === 'number' ? code : answerCodeOf(code, at)
  }
  return {
    compare: (column, operator, value) =>
      `${variable(column)} ${operators[operator]} ${quoted(answerOf(column, value))}`,
    selected: (column, code) => {
      const place = places.get(column)
      if (place?.question.type !== 'multiple')
        return `${variable(column)} == ${quoted(answerOf(column, code))}`
      const at = place.question.options.findIndex((option) => option.code === code)
      return `${place.variable}_${subCodeOf(code, at)}.NAOK == "Y"`
    },
    answered: (column) => `!is_empty(${variable(column)})`,
    and: ' and ',
    or: ' or ',
    not: (inner) => `!(${inner})`,
  }
}
