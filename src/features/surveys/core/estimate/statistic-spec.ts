import { z } from 'zod'
import { shareMethods } from '#src/lib/statistics/estimate/intervals.ts'
import { scoreVariants } from '#src/lib/statistics/tabulation/score.ts'
import { calculatorSpecs } from './calculator-spec.ts'

const column = z.string().min(1)
const condition = z.string().min(1)

/**
 * What every statistic of answers may have: a name, a domain, groups to repeat it for, and a level of
 * confidence.
 */
const common = {
  id: z.string().optional(),
  /** Who belongs to the domain. All strata stay in the design. */
  where: condition.optional(),
  /** Columns for each combination of which the statistic is repeated, each as a domain. */
  by: z.array(column).default([]),
  level: z.number().gt(0).lt(1).default(0.95),
}
const points = z.record(z.string(), z.number())
const base = z.enum(['asked', 'answered', 'opinion'])
const method = z.enum(shareMethods).default('logit')
const pair = { row: column, column }

/** The statistics of a spec; `docs/formats/survey.md` has an example of each. */
export const statisticSpec = z.discriminatedUnion(
  'statistic',
  [
    z.strictObject({ statistic: z.literal('mean'), variable: column, ...common }),
    z.strictObject({
      statistic: z.literal('total'),
      variable: column.optional(),
      condition: condition.optional(),
      ...common,
    }),
    z.strictObject({ statistic: z.literal('proportion'), condition, method, ...common }),
    z.strictObject({
      statistic: z.literal('shares'),
      variable: column,
      base: base.default('asked'),
      method,
      ...common,
    }),
    z.strictObject({
      statistic: z.literal('multiple'),
      question: column,
      base: z.enum(['asked', 'answered']).default('asked'),
      method,
      ...common,
    }),
    z.strictObject({
      statistic: z.literal('ranking'),
      question: column,
      base: z.enum(['asked', 'answered']).default('asked'),
      method,
      ...common,
    }),
    z.strictObject({ statistic: z.literal('ratio'), numerator: column, denominator: column, ...common }),
    z.strictObject({
      statistic: z.literal('quantile'),
      variable: column,
      probabilities: z.array(z.number().gt(0).lt(1)).min(1).default([0.5]),
      ...common,
    }),
    z.strictObject({
      statistic: z.literal('score'),
      variable: column,
      /** Points of the codes; without them those of the questionnaire. */
      points: points.optional(),
      variant: z.enum(scoreVariants).default('valid'),
      ...common,
    }),
    z.strictObject({
      statistic: z.literal('difference'),
      variable: column.optional(),
      condition: condition.optional(),
      /** Two domains: the second minus the first. */
      between: z.tuple([condition, condition]),
      ...common,
    }),
    z.strictObject({
      statistic: z.literal('cross'),
      row: column,
      banner: z.array(column).min(1),
      base: base.default('asked'),
      percent: z.enum(['column', 'line', 'total']).default('column'),
      ...common,
    }),
    z.strictObject({ statistic: z.literal('chi-square'), ...pair, ...common }),
    z.strictObject({ statistic: z.literal('rao-scott'), ...pair, ...common }),
    z.strictObject({
      statistic: z.literal('portfolio'),
      items: z.array(z.strictObject({ label: z.string(), satisfaction: column, importance: column })).min(1),
      points: points.optional(),
      axes: z.enum(['mean', 'zero']).default('mean'),
      deviation: z.enum(['sample', 'population']).default('sample'),
      ...common,
    }),
    z.strictObject({
      statistic: z.literal('waves'),
      items: z
        .array(
          z.strictObject({
            label: z.string(),
            /** The later wave: a share where there is a condition, else the mean of the variable. */
            variable: column.optional(),
            condition: condition.optional(),
            /** The earlier wave, as it was published. */
            before: z.strictObject({
              estimate: z.number(),
              standardError: z.number().positive(),
              degreesOfFreedom: z.number().positive(),
            }),
            comparability: z.enum(['comparable', 'reference', 'not-comparable']).default('comparable'),
          }),
        )
        .min(1),
      adjustment: z.enum(['holm', 'benjamini-hochberg', 'none']).default('holm'),
      ...common,
    }),
    z.strictObject({
      statistic: z.literal('suppression'),
      /** Every table of one release: what one hides, no other may give away. */
      tables: z.array(z.strictObject(pair)).min(1),
      threshold: z.int().min(2).default(5),
      width: z.int().min(1).default(3),
      /** Fewest respondents a published share may be of. */
      leastBase: z.int().min(1).default(10),
      ...common,
    }),
    z.strictObject({ statistic: z.literal('weights'), ...common }),
    ...calculatorSpecs,
  ],
  { error: 'statistic がないか、知らない統計です（docs/formats/survey.md）' },
)

export type StatisticSpec = z.infer<typeof statisticSpec>
export type StatisticOf<Name extends StatisticSpec['statistic']> = Extract<StatisticSpec, { statistic: Name }>
