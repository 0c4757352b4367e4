import type { AnswerColumn, SurveyDataset } from '#src/formats/survey-dataset.ts'
import type { SurveyOption, SurveyQuestion } from '#src/formats/survey-question.ts'
import { markColumn, textColumn, valueColumns } from '../answering/answer-cells.ts'
import { questionsOf } from '../questionnaire/edit-questionnaire.ts'

/** A column of the answers with all that is known of it: what other programs call a variable. */
export type DescribedColumn = {
  column: AnswerColumn
  /** The question it belongs to; none for what was known of everybody before. */
  question: SurveyQuestion | undefined
  /** The whole label: question, line of the matrix, option. */
  label: string
  options: readonly SurveyOption[]
  /** Of several answers: the name of the question's column, so that its marks are one set. */
  set: string | undefined
}

type Known = Omit<DescribedColumn, 'column'>

/** Every column of a dataset in the order of its answers. */
export function describedColumns({ questionnaire, frame, answers }: SurveyDataset): DescribedColumn[] {
  const known = new Map<string, Known>()
  for (const { name, label, options } of frame)
    known.set(name, { question: undefined, label: label || name, options, set: undefined })
  for (const question of questionsOf(questionnaire))
    for (const [name, one] of partsOf(question)) known.set(name, one)
  return answers.columns.map((column) => ({
    column,
    ...(known.get(column.name) ?? { question: undefined, label: column.name, options: [], set: undefined }),
  }))
}

function partsOf(question: SurveyQuestion): [string, Known][] {
  const { number, text, items, options, type } = question
  const head = [number, text].filter((words) => words !== '').join(' ')
  const texts = items.flatMap(({ column, label }) =>
    options
      .filter(({ hasText }) => hasText)
      .map((option): [string, Known] => [
        textColumn(column, option.code),
        { question, label: joined(head, label, `${option.label}の内容`), options: [], set: undefined },
      ]),
  )
  const parts = items.flatMap(({ column, label }) =>
    type === 'multiple' || type === 'ranking'
      ? options.map((option): [string, Known] => [
          markColumn(column, option.code),
          { question, label: joined(head, label, option.label), options: [], set: column },
        ])
      : [],
  )
  const values = valueColumns(question).map(({ column, options: list, label }): [string, Known] => [
    column,
    { question, label: joined(head, label), options: list, set: undefined },
  ])
  return [...parts, ...values, ...texts]
}

const joined = (...parts: readonly string[]) => parts.filter((part) => part !== '').join('：')
