import { z } from 'zod'
import { day, fiscalYear, id, words } from './id.ts'

const yearValue = z.strictObject({
  fiscalYear,
  value: z.number().nullable(),
  comment: words.default(''),
})

/** By how much a value must change to count: absolute, as a share, or beyond the margin of error. */
const change = z.union([
  z.strictObject({ abs: z.number() }),
  z.strictObject({ rel: z.number() }),
  z.strictObject({ moe: z.literal(true) }),
])

/** 技術ノート: fixed before results are known, so that nobody can choose the yardstick afterwards. */
const technicalNote = z.strictObject({
  whyThis: words.default(''),
  howMeasured: words.default(''),
  limits: words.default(''),
  changeCriterion: z.strictObject({ improve: change, worsen: change }).nullable().default(null),
  criterionFixedOn: day.nullable().default(null),
})

/** 指標 (after the IATI results model). Belongs to one item; those of the vision are the overall goals 総括的な目標. */
export const indicator = z.strictObject({
  id,
  itemId: id,
  order: z.int().default(1),
  name: words,
  kind: z.enum(['outcome', 'output', 'perception', 'context']),
  definition: words.default(''),
  /** Of a ratio only. */
  formula: z
    .strictObject({ numerator: words, denominator: words, denominatorSource: words.default('') })
    .nullable()
    .default(null),
  unit: words,
  mayExceed100: z.boolean().default(false),
  /** null = not yet declared (IN026). */
  direction: z.enum(['increase', 'decrease', 'maintain']).nullable(),
  /** null = not yet declared (IN016). */
  accumulation: z.enum(['annual', 'cumulative', 'point']).nullable(),
  cumulativeFrom: fiscalYear.optional(),
  source: z.strictObject({ kind: z.enum(['statistic', 'survey', 'ledger', 'report', 'other']), ref: words }),
  frequency: words.default(''),
  /** When a year's value is known, in words: 翌年度7月 */
  availableFrom: words.default(''),
  dataLagMonths: z.int().min(0).nullable().default(null),
  baseline: yearValue.extend({ missingReason: words.default('') }),
  interim: z.array(yearValue).default([]),
  /** `low`–`high` for a range to keep (維持); `monitor-only` (経過を見る) needs no value. */
  target: yearValue
    .extend({
      kind: z.enum(['value', 'range', 'monitor-only']).default('value'),
      low: z.number().optional(),
      high: z.number().optional(),
    })
    .nullable(),
  actuals: z
    .array(
      yearValue.extend({
        provisional: z.boolean().default(false),
        recordedOn: day.optional(),
        restates: z.number().optional(),
      }),
    )
    .default([]),
  rationale: z
    .strictObject({
      basis: z.enum(['trend', 'peer', 'plan', 'law', 'capacity', 'survey']).nullable().default(null),
      text: words.default(''),
    })
    .default({ basis: null, text: '' }),
  note: technicalNote.default({
    whyThis: '',
    howMeasured: '',
    limits: '',
    changeCriterion: null,
    criterionFixedOn: null,
  }),
  ownerId: id.nullable().default(null),
  contactUnitId: id.nullable().default(null),
  sharedWith: z
    .array(
      z.strictObject({ planId: id, target: z.strictObject({ fiscalYear, value: z.number() }).optional() }),
    )
    .default([]),
  disaggregation: z.array(words).default([]),
  /** Shown on the top page and in the digest. */
  isHeadline: z.boolean().default(false),
})

export type Indicator = z.infer<typeof indicator>
export type YearValue = z.infer<typeof yearValue>
