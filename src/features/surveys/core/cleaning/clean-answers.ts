import type { AnswerColumn, SurveyDataset } from '#src/formats/survey-dataset.ts'
import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import { judgeCondition } from '../condition/judge-condition.ts'
import { frameOfDataset } from '../frame/frame-of-dataset.ts'
import type { CleaningEntry, CleaningRule } from './cleaning-rule.ts'
import { flagAnswers } from './flag-answers.ts'

type RuleOf<Kind extends CleaningRule['kind']> = Extract<CleaningRule, { kind: Kind }>

/**
 * A dataset after its rules of cleaning, and the log of every change and flag. The given dataset stays as
 * it is.
 *
 * Every change can be taken back: the log holds row, column, before and after. Who ran it and when stands
 * with the log, not in it.
 */
export function cleanAnswers(
  dataset: SurveyDataset,
  rules: readonly CleaningRule[],
): { dataset: SurveyDataset; log: CleaningEntry[] } {
  const cleaned = structuredClone(dataset)
  const log: CleaningEntry[] = []
  for (const rule of rules) {
    if (rule.kind === 'branching') log.push(...branching(cleaned))
    else if (rule.kind === 'range') log.push(...range(cleaned))
    else if (rule.kind === 'too-many') log.push(...tooMany(cleaned, rule))
    else if (rule.kind === 'exclusive') log.push(...exclusive(cleaned, rule))
    else log.push(...flagAnswers(cleaned, rule))
  }
  return { dataset: cleaned, log }
}

const questionsOf = ({ questionnaire }: SurveyDataset) =>
  questionnaire.sections.flatMap((section) => section.questions)

/** Columns that hold the answers of a question. */
export function columnsOfQuestion(
  { answers }: SurveyDataset,
  { items, type, options }: SurveyQuestion,
): AnswerColumn[] {
  const names = items.flatMap(({ column, importanceColumn }) => {
    const marks =
      type === 'multiple' || type === 'ranking' ? options.map(({ code }) => `${column}_${code}`) : []
    return [column, ...marks, ...(importanceColumn ? [importanceColumn] : [])]
  })
  return answers.columns.filter(({ name }) => names.includes(name))
}

/** Question by question, since a hidden question hides those that ask for it. */
function branching(dataset: SurveyDataset): CleaningEntry[] {
  return questionsOf(dataset)
    .filter(({ showIf }) => showIf !== '')
    .flatMap((question) => {
      const isShown = judgeCondition(frameOfDataset(dataset), question.showIf)
      const columns = columnsOfQuestion(dataset, question)
      const isMarked = rowsWhere(dataset, (row) =>
        columns.some((column) => column.kind === 'mark' && column.codes[row] === 1),
      )
      const shown = rowsWhere(dataset, (row) => isShown(row) === true)
      return columns.flatMap((column) =>
        changeValues(column, 'branching', (value, row) => {
          if (shown.has(row)) return isHidden(value) ? 'no-answer' : undefined
          if (isHidden(value)) return undefined
          const isFilled = column.kind === 'mark' ? isMarked.has(row) : !isBlank(value)
          return isFilled || isInvalid(value) ? 'invalid' : 'not-applicable'
        }),
      )
    })
}

const isBlank = (value: number | string) => value === -1 || value === 'no-answer'
const isInvalid = (value: number | string) => value === -2 || value === 'invalid'
const isHidden = (value: number | string) => value === -3 || value === 'not-applicable'

function range(dataset: SurveyDataset): CleaningEntry[] {
  return questionsOf(dataset)
    .filter(({ type }) => type === 'number')
    .flatMap((question) => {
      const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = question
      return columnsOfQuestion(dataset, question).flatMap((column) =>
        changeValues(column, 'range', (value) =>
          typeof value === 'number' && (value < minimum || value > maximum) ? 'invalid' : undefined,
        ),
      )
    })
}

function tooMany(dataset: SurveyDataset, { resolve }: RuleOf<'too-many'>): CleaningEntry[] {
  return questionsOf(dataset)
    .filter(({ type, maximum }) => type === 'multiple' && maximum !== undefined)
    .flatMap((question) => {
      const marks = marksOf(dataset, question)
      const most = question.maximum ?? 0
      const over = rowsWhere(dataset, (row) => marks.filter(({ codes }) => codes[row] === 1).length > most)
      if (resolve === 'invalid') return invalidate(marks, over, 'too-many')
      return [...over].flatMap((row) =>
        marks
          .filter(({ codes }) => codes[row] === 1)
          .slice(most)
          .map((mark) => unmark(mark, row, 'too-many')),
      )
    })
}

function exclusive(dataset: SurveyDataset, { resolve }: RuleOf<'exclusive'>): CleaningEntry[] {
  return questionsOf(dataset)
    .filter(({ type, options }) => type === 'multiple' && options.some(({ isExclusive }) => isExclusive))
    .flatMap((question) => {
      const alone = new Set(question.options.filter(({ isExclusive }) => isExclusive).map(({ code }) => code))
      const marks = marksOf(dataset, question)
      const both = rowsWhere(dataset, (row) => {
        const marked = marks.filter(({ codes }) => codes[row] === 1)
        return marked.length > 1 && marked.some(({ option }) => alone.has(option))
      })
      if (resolve === 'invalid') return invalidate(marks, both, 'exclusive')
      return [...both].flatMap((row) =>
        marks
          .filter(({ option, codes }) => alone.has(option) && codes[row] === 1)
          .map((mark) => unmark(mark, row, 'exclusive')),
      )
    })
}

type Mark = Extract<AnswerColumn, { kind: 'mark' }>

const marksOf = (dataset: SurveyDataset, question: SurveyQuestion): Mark[] =>
  columnsOfQuestion(dataset, question).filter((column) => column.kind === 'mark')

function rowsWhere({ answers }: SurveyDataset, isFound: (row: number) => boolean): Set<number> {
  return new Set(Array.from({ length: answers.count }, (_, row) => row).filter(isFound))
}

const invalidate = (marks: readonly Mark[], rows: ReadonlySet<number>, rule: CleaningEntry['rule']) =>
  marks.flatMap((mark) => changeValues(mark, rule, (_, row) => (rows.has(row) ? 'invalid' : undefined)))

function unmark(mark: Mark, row: number, rule: CleaningEntry['rule']): CleaningEntry {
  mark.codes[row] = 0
  return { rule, row, column: mark.name, before: 1, after: 0 }
}

type MissingWord = 'no-answer' | 'invalid' | 'not-applicable'
const codes = { 'no-answer': -1, invalid: -2, 'not-applicable': -3 } as const

/** Makes values missing where `newKind` says so; the entries of the log. Short texts are left alone. */
function changeValues(
  column: AnswerColumn,
  rule: CleaningEntry['rule'],
  newKind: (value: number | string, row: number) => MissingWord | undefined,
): CleaningEntry[] {
  if (column.kind === 'text') return []
  const values: (number | MissingWord)[] = column.kind === 'number' ? column.values : column.codes
  return values.flatMap((before, row) => {
    const kind = newKind(before, row)
    if (kind === undefined) return []
    const after = column.kind === 'number' ? kind : codes[kind]
    if (after === before) return []
    values[row] = after
    return [{ rule, row, column: column.name, before, after }]
  })
}
