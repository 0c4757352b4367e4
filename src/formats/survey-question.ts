import { z } from 'zod'
import { day, id, words } from './id.ts'

/** A name of a column or question, as it stands in files (`q07`, `q14_3`). */
export const columnName = z
  .string()
  .regex(/^[\p{L}_][\p{L}\p{N}_.-]{0,63}$/u, '列の名前は、文字で始まる64字以内の名前です（例：q07）')

/** A code as it stands in files: text, so that 01 stays 01. */
export const optionCode = z.string().min(1).max(40)

export const questionTypes = [
  'single',
  'multiple',
  'rating',
  'matrix',
  'matrix-dual',
  'ranking',
  'number',
  'date',
  'text-short',
  'text-long',
  'place',
  'note',
] as const

/** 選択肢 */
export const surveyOption = z.strictObject({
  code: optionCode,
  label: words,
  /** やさしい日本語 */
  plainLabel: words.default(''),
  /** わからない or 該当しない as a chosen option: inside the base, outside scores. */
  missingKind: z.enum(['dont-know', 'not-applicable']).optional(),
  /** Points of a score; none for わからない. */
  points: z.number().nullable().default(null),
  hasText: z.boolean().default(false),
  /** 「特にない」: stands alone among several answers. */
  isExclusive: z.boolean().default(false),
})

/** One line of a matrix, or the only one of a question. */
const surveyItem = z.strictObject({
  label: words.default(''),
  /** The column of the answer; of a dual matrix that of satisfaction. */
  column: columnName,
  /** Dual matrix: the column of importance. */
  importanceColumn: columnName.optional(),
  /** The same item in other waves (比較). */
  lineageId: words.default(''),
  /** Wording or options differ from the wave before: compared only after a person has judged. */
  isReworded: z.boolean().default(false),
  /** What a person judged of a reworded item, and why. */
  comparison: z
    .strictObject({ judgement: z.enum(['comparable', 'reference', 'not-comparable']), reason: words })
    .optional(),
  /** The measure (施策) it is about. */
  measureId: id.optional(),
})

/** 設問 */
export const surveyQuestion = z.strictObject({
  code: columnName,
  /** 問8, as printed. */
  number: words.default(''),
  type: z.enum(questionTypes),
  text: words,
  plainText: words.default(''),
  /** A condition over earlier questions (`docs/formats/survey.md`); empty: put to everybody. */
  showIf: words.default(''),
  options: z.array(surveyOption).default([]),
  /** Dual matrix: the scale of importance; `options` is that of satisfaction. */
  importanceOptions: z.array(surveyOption).default([]),
  items: z.array(surveyItem).default([]),
  /** Least and most: marks of several answers, or the value of a number. */
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  unit: words.default(''),
})

const translation = z.strictObject({ source: words, text: words })

/** 調査票: frozen once published; answers keep the version they were given to. */
export const questionnaire = z.strictObject({
  version: z.int().min(1),
  publishedOn: day.optional(),
  language: z.string().default('ja'),
  /** By language and text: what it says there, and the Japanese it was translated from. */
  translations: z.record(z.string(), z.record(z.string(), translation)).optional(),
  sections: z.array(z.strictObject({ id: columnName, title: words, questions: z.array(surveyQuestion) })),
})

export type SurveyOption = z.infer<typeof surveyOption>
export type SurveyQuestion = z.infer<typeof surveyQuestion>
export type Questionnaire = z.infer<typeof questionnaire>
