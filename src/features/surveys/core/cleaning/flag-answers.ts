import type { SurveyDataset } from '#src/formats/survey-dataset.ts'
import { rowsMeeting } from '../condition/judge-condition.ts'
import { frameOfDataset } from '../frame/frame-of-dataset.ts'
import { cellsOf, numbersOf } from '../frame/survey-frame.ts'
import type { CleaningEntry, CleaningRule } from './cleaning-rule.ts'

type Flag = Extract<CleaningRule, { kind: 'logic' | 'straight-lining' | 'too-fast' | 'blank-sheet' }>

/** Rows a rule finds odd. Nothing is changed. */
export function flagAnswers(dataset: SurveyDataset, rule: Flag): CleaningEntry[] {
  const { isOdd, note } = judgeOf(dataset, rule)
  const rows = Array.from({ length: dataset.answers.count }, (_, row) => row)
  return rows.filter(isOdd).map((row) => ({ rule: rule.kind, row, ...(note ? { note } : {}) }))
}

function judgeOf(dataset: SurveyDataset, rule: Flag): { isOdd: (row: number) => boolean; note?: string } {
  const frame = frameOfDataset(dataset)
  if (rule.kind === 'logic') {
    const found = rowsMeeting(frame, rule.condition)
    return { isOdd: (row) => found[row] === 1, note: rule.name }
  }
  if (rule.kind === 'too-fast') {
    const seconds = numbersOf(frame, rule.column)
    return { isOdd: (row) => (seconds[row] as number) < rule.seconds }
  }
  if (rule.kind === 'straight-lining') {
    const columns = matrixColumns(dataset, rule.question).map((name) => cellsOf(frame, name))
    return {
      isOdd: (row) => {
        const given = columns.map((cells) => cells[row])
        return given.length > 2 && typeof given[0] === 'string' && new Set(given).size === 1
      },
      note: rule.question,
    }
  }
  const kinds = dataset.answers.columns
    .filter((column) => column.kind === 'choice' && !dataset.frame.some(({ name }) => name === column.name))
    .map(({ name }) => cellsOf(frame, name))
  return {
    isOdd: (row) => {
      const shown = kinds.filter((cells) => cells[row] !== -3)
      const answered = shown.filter((cells) => typeof cells[row] === 'string')
      return answered.length < rule.answeredShare * shown.length
    },
  }
}

/** Lines of a matrix; of a dual one those of satisfaction. Refuses a question that is not there. */
function matrixColumns({ questionnaire }: SurveyDataset, code: string): string[] {
  const question = questionnaire.sections
    .flatMap((section) => section.questions)
    .find((one) => one.code === code)
  if (!question) throw new RangeError(`設問「${code}」がありません`)
  return question.items.map(({ column }) => column)
}
