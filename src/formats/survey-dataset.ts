import { z } from 'zod'
import { day, fiscalYear, id, words } from './id.ts'
import { fieldworkRow, surveyDesign } from './survey-design.ts'
import { columnName, optionCode, questionnaire, surveyOption } from './survey-question.ts'

export const surveyFormat = 'shirube-survey/1'

/** −1 無回答, −2 無効, −3 非該当; from 0 the place of the option, or the mark or rank. */
const code = z.int().min(-3)
const missingWord = z.enum(['no-answer', 'invalid', 'not-applicable'])

/**
 * Answers by column; every column has one value a respondent, in the same order. Long free text is kept
 * elsewhere.
 */
export const answerColumn = z.discriminatedUnion('kind', [
  /** One option of a list: its place in the options of the question (or frame variable). */
  z.strictObject({ name: columnName, kind: z.literal('choice'), codes: z.array(code) }),
  /** One option of a question with several answers: 1 marked, 0 not. */
  z.strictObject({ name: columnName, kind: z.literal('mark'), option: optionCode, codes: z.array(code) }),
  z.strictObject({ name: columnName, kind: z.literal('rank'), option: optionCode, codes: z.array(code) }),
  z.strictObject({
    name: columnName,
    kind: z.literal('number'),
    values: z.array(z.union([z.number(), missingWord])),
  }),
  /** Short texts, days, ids of sheets. */
  z.strictObject({ name: columnName, kind: z.literal('text'), texts: z.array(words.nullable()) }),
])

/** A variable known of everybody before the survey (地区, 年齢): its column has kind `choice`. */
const frameVariable = z.strictObject({ name: columnName, label: words, options: z.array(surveyOption) })

/**
 * 市民意向調査・市外在住者調査 as one value: questionnaire, answers by column and design. What tables, charts, tests
 * and reports are made from.
 */
export const surveyDataset = z
  .strictObject({
    schema: z.literal(surveyFormat),
    surveyId: id,
    title: words,
    audience: z.enum(['residents', 'outside']).default('residents'),
    municipalityName: words.default(''),
    fiscalYear: fiscalYear.optional(),
    period: z.strictObject({ start: day, end: day }).optional(),
    /** 母集団, in words: 「市内に住む18歳以上」. */
    universe: words.default(''),
    isInvented: z.boolean().default(false),
    questionnaire,
    frame: z.array(frameVariable).default([]),
    answers: z.strictObject({ count: z.int().min(0), columns: z.array(answerColumn) }),
    design: surveyDesign,
    fieldwork: z.array(fieldworkRow).default([]),
  })
  .superRefine((dataset, context) => {
    for (const message of columnProblems(dataset.answers))
      context.addIssue({ code: 'custom', message, path: ['answers'] })
  })

/** What a schema of one column cannot see: lengths, and names given twice. */
function columnProblems({ count, columns }: { count: number; columns: readonly AnswerColumn[] }): string[] {
  const seen = new Set<string>()
  return columns.flatMap((column) => {
    const problems: string[] = []
    const length = lengthOf(column)
    if (length !== count) problems.push(`列「${column.name}」の長さ${length}が、回答の数${count}と違います`)
    if (seen.has(column.name)) problems.push(`列「${column.name}」が2つあります`)
    seen.add(column.name)
    return problems
  })
}

function lengthOf(column: AnswerColumn): number {
  if (column.kind === 'number') return column.values.length
  return column.kind === 'text' ? column.texts.length : column.codes.length
}

export type AnswerColumn = z.infer<typeof answerColumn>
export type SurveyDataset = z.infer<typeof surveyDataset>
