import { z } from 'zod'

const share = z.number().gt(0).lt(1)
const id = z.string().optional()
const level = share.default(0.95)
const counted = z.strictObject({ count: z.int().min(0), answers: z.int().min(1) })

/** Statistics that need no answers. */
export const calculatorSpecs = [
  z.strictObject({
    statistic: z.literal('sample-size'),
    id,
    error: share,
    population: z.number().positive().optional(),
    share: share.default(0.5),
    level,
    /** Expected 回収率, to know how many forms to send. */
    returnRate: z.number().gt(0).max(1).optional(),
  }),
  z.strictObject({
    statistic: z.literal('margin-of-error'),
    id,
    answers: z.int().min(2),
    population: z.number().positive().optional(),
    shares: z.array(z.number().min(0).max(1)).default([0.1, 0.2, 0.3, 0.4, 0.5]),
    level,
    twoStage: z.boolean().default(false),
  }),
  z.strictObject({
    statistic: z.literal('allocation'),
    id,
    sample: z.int().min(1),
    rule: z.enum(['proportional', 'equal', 'neyman']),
    strata: z
      .array(
        z.strictObject({
          label: z.string(),
          population: z.int().min(0),
          deviation: z.number().min(0).optional(),
        }),
      )
      .min(1),
    minimum: z.int().min(0).default(0),
    takeAll: z.boolean().default(false),
  }),
  z.strictObject({ statistic: z.literal('two-shares'), id, before: counted, after: counted }),
] as const
