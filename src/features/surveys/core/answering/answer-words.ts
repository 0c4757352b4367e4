import type { Questionnaire, SurveyOption, SurveyQuestion } from '#src/formats/survey-question.ts'
import { type FormWords, japanese } from '../words/japanese.ts'
import { filled } from '../words/languages.ts'
import {
  type AnswerCells,
  isAnswered,
  markColumn,
  shownCodes,
  textColumn,
  valueColumns,
} from './answer-cells.ts'
import { orderOf } from './ranking.ts'

/** The answers of a question in words, one line for each line of a matrix. None: unanswered. */
export function answerWords(
  question: SurveyQuestion,
  cells: AnswerCells,
  words: FormWords = japanese,
): string[] {
  if (!isAnswered(question, cells)) return []
  if (question.type === 'multiple')
    return question.items.flatMap(({ column }) =>
      question.options
        .filter(({ code }) => cells[markColumn(column, code)] === '1')
        .map((option) => withText(option, cells[textColumn(column, option.code)])),
    )
  if (question.type === 'ranking')
    return question.items.flatMap(({ column }) =>
      orderOf(question, column, cells).flatMap((code, at) => {
        const option = question.options.find((one) => one.code === code)
        return option ? [`${filled(words.rank, { n: at + 1 })}：${option.label}`] : []
      }),
    )
  return valueColumns(question, words).flatMap(({ column, options, label }) => {
    const value = cells[column] ?? ''
    if (value === '') return []
    const option = options.find(({ code }) => code === value)
    const said = option ? withText(option, cells[textColumn(column, option.code)]) : value
    const unit = option ? '' : question.unit
    return [label ? `${label}：${said}${unit}` : `${said}${unit}`]
  })
}

const withText = ({ label }: SurveyOption, text: string | undefined) => (text ? `${label}（${text}）` : label)

export type SectionStep = { id: string; title: string; questions: SurveyQuestion[] }

/** The pages somebody with these answers sees, each with its shown questions; pages without any are left out. */
export function stepsFor(questionnaire: Questionnaire, cells: AnswerCells): SectionStep[] {
  const shown = shownCodes(questionnaire, cells)
  return questionnaire.sections
    .map((section) => ({ ...section, questions: section.questions.filter(({ code }) => shown.has(code)) }))
    .filter(({ questions }) => questions.length > 0)
}
