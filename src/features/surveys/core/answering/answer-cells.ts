import type { Questionnaire, SurveyOption, SurveyQuestion } from '#src/formats/survey-question.ts'
import { judgeCondition } from '../condition/judge-condition.ts'
import type { Cell, FrameColumn, SurveyFrame } from '../frame/survey-frame.ts'
import { type FormWords, japanese } from '../words/japanese.ts'

/**
 * Answers of one person by column, as they stand in a CSV: option codes, 1 and 0 for marks, `INV` 無効,
 * `NAP` 非該当. What is absent was not answered.
 */
export type AnswerCells = Readonly<Record<string, string>>

export const markColumn = (column: string, code: string) => `${column}_${code}`
export const textColumn = (column: string, code: string) => `${column}_${code}_text`

/** Whether every option has a column of its own: 1 or 0 of several answers, the place (0: none) of a ranking. */
export const hasColumnByOption = ({ type }: Pick<SurveyQuestion, 'type'>): boolean =>
  type === 'multiple' || type === 'ranking'

type AnswerColumnOf = { column: string; options: readonly SurveyOption[]; label: string }

/** Columns of a question that hold one value each: of single answers, lines of a matrix, numbers, texts. */
export function valueColumns(question: SurveyQuestion, words: FormWords = japanese): AnswerColumnOf[] {
  if (hasColumnByOption(question) || question.type === 'note') return []
  return question.items.flatMap(({ column, importanceColumn, label }) => [
    {
      column,
      options: question.options,
      label: importanceColumn ? `${label}（${words.satisfaction}）` : label,
    },
    ...(importanceColumn
      ? [
          {
            column: importanceColumn,
            options: question.importanceOptions,
            label: `${label}（${words.importance}）`,
          },
        ]
      : []),
  ])
}

/** Every column a question may fill. */
export function columnsOf(question: SurveyQuestion): string[] {
  const texts = question.items.flatMap(({ column }) =>
    question.options.filter(({ hasText }) => hasText).map(({ code }) => textColumn(column, code)),
  )
  if (!hasColumnByOption(question)) return [...valueColumns(question).map(({ column }) => column), ...texts]
  const marks = question.items.flatMap(({ column }) =>
    question.options.map(({ code }) => markColumn(column, code)),
  )
  return [...marks, ...texts]
}

const notAsked: Cell = -3
const missing: Readonly<Record<string, Cell>> = { '': -1, INV: -2, NAP: notAsked }
const cellOf = (value: string | undefined): Cell => missing[value ?? ''] ?? value ?? -1

/** In conditions an option of a ranking is selected when it has any place. */
const conditionCell = ({ type }: SurveyQuestion, value: string | undefined): Cell =>
  type === 'ranking' && /^[1-9]/.test(value ?? '') ? '1' : cellOf(value)

/** One person's answers as a frame of one row, for conditions. */
function frameOfCells(questions: readonly SurveyQuestion[], cells: AnswerCells) {
  const columns = new Map<string, FrameColumn & { cells: Cell[] }>()
  const marks = new Map<string, { column: string; code: string; label: string }[]>()
  for (const question of questions) {
    for (const column of columnsOf(question))
      columns.set(column, { name: column, label: column, cells: [conditionCell(question, cells[column])] })
    if (!hasColumnByOption(question)) continue
    for (const { column } of question.items)
      marks.set(
        column,
        question.options.map(({ code, label }) => ({ column: markColumn(column, code), code, label })),
      )
  }
  return { rows: 1, columns, marks } satisfies SurveyFrame
}

/** Codes of the questions put to somebody with these answers. A hidden question counts as 非該当 for those after it. */
export function shownCodes({ sections }: Questionnaire, cells: AnswerCells): ReadonlySet<string> {
  const questions = sections.flatMap((section) => section.questions)
  const shown = new Set(questions.map(({ code }) => code))
  const conditional = questions.filter(({ showIf }) => showIf !== '')
  if (conditional.length === 0) return shown
  const frame = frameOfCells(questions, cells)
  for (const question of conditional) {
    if (judgeCondition(frame, question.showIf)(0) === true) continue
    shown.delete(question.code)
    for (const column of columnsOf(question)) frame.columns.get(column)?.cells.fill(notAsked)
  }
  return shown
}

/** Whether a question has any answer. */
export const isAnswered = (question: SurveyQuestion, cells: AnswerCells): boolean =>
  columnsOf(question).some((column) => (cells[column] ?? '') !== '' && cells[column] !== '0')

/** Long free text with its question: kept apart from the other answers. */
export type FreeText = { column: string; text: string }

/**
 * Answers as they are kept: hidden questions are 非該当, unmarked options of several answers and those without a place are 0,
 * and of long free text only that there was one.
 */
export function finishedAnswers(
  questionnaire: Questionnaire,
  cells: AnswerCells,
): { cells: Record<string, string>; texts: FreeText[] } {
  const shown = shownCodes(questionnaire, cells)
  const finished: Record<string, string> = {}
  const texts: FreeText[] = []
  for (const question of questionnaire.sections.flatMap((section) => section.questions)) {
    for (const column of columnsOf(question)) {
      const value = cells[column] ?? ''
      if (!shown.has(question.code)) finished[column] = 'NAP'
      else if (value === '') {
        if (hasColumnByOption(question) && !column.endsWith('_text') && isAnswered(question, cells))
          finished[column] = '0'
      } else if (question.type === 'text-long' && value !== 'INV') {
        finished[column] = '1'
        texts.push({ column, text: value })
      } else finished[column] = value
    }
  }
  return { cells: finished, texts }
}
