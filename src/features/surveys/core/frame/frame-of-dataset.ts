import type { AnswerColumn, SurveyDataset } from '#src/formats/survey-dataset.ts'
import type { SurveyOption, SurveyQuestion } from '#src/formats/survey-question.ts'
import { type RankingSource, withRanking } from './ranking-columns.ts'
import type { Cell, FrameColumn, SurveyFrame } from './survey-frame.ts'

const missingWords = { 'no-answer': -1, invalid: -2, 'not-applicable': -3 } as const

/**
 * Answers of a `SurveyDataset`. The marks of a question with several answers are the columns
 * `question_option`.
 *
 * Refuses (RangeError) a choice column that no question or frame variable explains, and a code outside its
 * options.
 */
export function frameOfDataset({ questionnaire, frame, answers }: SurveyDataset): SurveyFrame {
  const questions = questionnaire.sections.flatMap((section) => section.questions)
  const explained = explanations(questions)
  for (const { name, label, options } of frame) explained.set(name, { label, options })
  const columns = new Map<string, FrameColumn>()
  for (const column of answers.columns)
    columns.set(column.name, frameColumn(column, explained.get(column.name)))
  const marks = questions
    .filter(({ type }) => type === 'multiple')
    .flatMap(({ items, options }) =>
      items.map(({ column }) => [column, marksOf({ column, options, columns })] as const),
    )
  const answered: SurveyFrame = { rows: answers.count, columns, marks: new Map(marks) }
  return rankingsOf(questions, columns).reduce(withRanking, answered)
}

/** Rankings whose columns are all among the answers. */
function rankingsOf(
  questions: readonly SurveyQuestion[],
  columns: ReadonlyMap<string, FrameColumn>,
): RankingSource[] {
  return questions
    .filter(({ type }) => type === 'ranking')
    .flatMap(({ text, items, options }) =>
      items.map(({ column, label }) => ({
        name: column,
        label: label || text,
        options: options.map((option) => ({ ...option, column: `${column}_${option.code}` })),
      })),
    )
    .filter(({ options }) => options.every(({ column }) => columns.has(column)))
}

type Explanation = { label: string; options: readonly SurveyOption[] }

function explanations(questions: readonly SurveyQuestion[]): Map<string, Explanation> {
  const explained = new Map<string, Explanation>()
  for (const { text, type, options, importanceOptions, items } of questions) {
    for (const { column, importanceColumn, label } of items) {
      if (type === 'multiple' || type === 'ranking') {
        for (const option of options)
          explained.set(`${column}_${option.code}`, { label: option.label, options: [] })
      }
      explained.set(column, { label: label || text, options })
      if (importanceColumn)
        explained.set(importanceColumn, { label: label || text, options: importanceOptions })
    }
  }
  return explained
}

function frameColumn(column: AnswerColumn, explanation?: Explanation): FrameColumn {
  const { name } = column
  const label = explanation?.label ?? name
  if (column.kind === 'text') return { name, label, cells: column.texts.map((text) => text ?? -1) }
  if (column.kind === 'number') {
    const cells = column.values.map((value) =>
      typeof value === 'number' ? String(value) : missingWords[value],
    )
    return { name, label, cells }
  }
  if (column.kind !== 'choice')
    return { name, label, cells: column.codes.map((code) => (code < 0 ? (code as Cell) : String(code))) }
  if (!explanation) throw new RangeError(`列「${name}」の設問がありません`)
  const { options } = explanation
  const cells = column.codes.map((code) => {
    if (code < 0) return code as Cell
    const option = options[code]
    if (!option) throw new RangeError(`列「${name}」の値${code}は、選択肢の範囲にありません`)
    return option.code
  })
  return { name, label, cells, options }
}

function marksOf({
  column,
  options,
  columns,
}: {
  column: string
  options: readonly SurveyOption[]
  columns: ReadonlyMap<string, FrameColumn>
}) {
  return options.flatMap(({ code, label }) => {
    const mark = `${column}_${code}`
    return columns.has(mark) ? [{ column: mark, code, label }] : []
  })
}
