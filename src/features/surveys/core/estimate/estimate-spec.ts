import { z } from 'zod'
import { designSpec } from './design-spec.ts'
import { statisticSpec } from './statistic-spec.ts'

export const estimateFormat = 'shirube-estimate/1'

const column = z.string().min(1)
const words = z.array(z.string())
const option = z.strictObject({
  code: z.string().min(1),
  label: z.string().default(''),
  missingKind: z.enum(['dont-know', 'not-applicable']).optional(),
  points: z.number().nullable().default(null),
})

const columnsOfOptions = z.array(
  z.strictObject({ column, code: z.string().optional(), label: z.string().optional() }),
)

/**
 * What `shirube survey estimate` computes: where the answers are, how they were drawn, and a list of
 * statistics.
 *
 * `data` is a CSV with a header or a `shirube-survey/1`; files are named from the folder of the spec.
 */
export const estimateSpec = z.strictObject({
  schema: z.literal(estimateFormat),
  title: z.string().default(''),
  data: z.string().min(1).optional(),
  /** More columns of the same respondents, from another CSV. */
  join: z
    .array(
      z.strictObject({
        file: z.string().min(1),
        on: column,
        options: z.record(z.string(), z.array(option)).default({}),
      }),
    )
    .default([]),
  missing: z
    .strictObject({ noAnswer: words.optional(), invalid: words.optional(), notApplicable: words.optional() })
    .optional(),
  options: z.record(z.string(), z.array(option)).default({}),
  multiple: z.record(z.string(), columnsOfOptions).default({}),
  /** Rankings: the columns of the places, 1 for 1位. */
  rankings: z.record(z.string(), columnsOfOptions).default({}),
  /** Without it the design of the `shirube-survey/1`; of a CSV a simple random sample. */
  design: designSpec.optional(),
  statistics: z.array(statisticSpec).min(1),
})

export type EstimateSpec = z.infer<typeof estimateSpec>
