import { z } from 'zod'

const cell = z.number().nullable()
/** Low and high end of an interval (0–1); null where there is none or the share is hidden. */
const ends = z.tuple([z.number(), z.number()]).nullable()

/** A table as it may be read by everybody. `null` is hidden (X); shares are weighted where the survey has weights. */
const publishedTable = z.strictObject({
  /** The column of the answers: the name of the table in addresses and citations. */
  key: z.string().default(''),
  kind: z.enum(['single', 'multiple', 'ranking']).default('single'),
  /** 問3, and the line of a matrix where it is of one. */
  number: z.string(),
  text: z.string(),
  item: z.string(),
  banner: z.string(),
  columns: z.array(z.strictObject({ label: z.string(), base: cell })),
  lines: z.array(
    z.strictObject({
      label: z.string(),
      counts: z.array(cell),
      shares: z.array(cell),
      /** Of the share of everybody (全体). */
      ends: ends.default(null),
      /** 平均順位 of a ranking, of everybody; null where it would give small counts of places away. */
      meanPlace: z.number().nullable().optional(),
    }),
  ),
})
export type PublishedTable = z.infer<typeof publishedTable>

const rated = z.strictObject({
  estimate: z.number(),
  low: z.number().optional(),
  high: z.number().optional(),
  answers: z.number(),
})

/** 満足度・重要度 of the items none of whose counts is hidden: a mean would give a hidden count away. */
const publishedPortfolio = z.strictObject({
  key: z.string(),
  number: z.string(),
  text: z.string(),
  /** Items left out for that reason. */
  leftOut: z.array(z.string()),
  result: z.strictObject({
    lines: z.array(
      z.strictObject({
        number: z.number(),
        label: z.string(),
        measureId: z.string().optional(),
        satisfaction: rated,
        importance: rated,
        quadrant: z.enum(['improve', 'maintain', 'observe', 'review']),
        isUndecided: z.boolean(),
        ellipse: z
          .strictObject({ long: z.number(), short: z.number(), degrees: z.number(), level: z.number() })
          .optional(),
        standardScores: z.tuple([z.number(), z.number()]).optional(),
        improvement: z
          .strictObject({
            distance: z.number(),
            angle: z.number().optional(),
            index: z.number(),
            grade: z.enum(['urgent', 'wanted', 'keep']),
          })
          .optional(),
        gap: z.number(),
        standardGap: z.number().optional(),
        answers: z.number(),
      }),
    ),
    centre: z.strictObject({ satisfaction: z.number(), importance: z.number() }),
    options: z.strictObject({
      axes: z.enum(['mean', 'zero']),
      deviation: z.enum(['sample', 'population']),
    }),
    isProbability: z.boolean(),
  }),
})
export type PublishedPortfolio = z.infer<typeof publishedPortfolio>

/** `answers`: how many it is of. */
const waveFigure = z.strictObject({ estimate: z.number(), answers: z.number().optional() })

const waveLine = z.strictObject({
  measure: z.enum(['score', 'share', 'first', 'place']),
  answer: z.string(),
  before: waveFigure,
  after: waveFigure,
  /** None where it was not tested. */
  change: z
    .strictObject({
      interval: z.strictObject({ low: z.number(), high: z.number() }),
      adjustedP: z.number().optional(),
      mark: z.enum(['up', 'down', 'none']),
    })
    .optional(),
})

/** 経年比較 with an earlier survey that is published too, of what both publications show. */
const publishedWaves = z.strictObject({
  earlierId: z.string(),
  earlierTitle: z.string(),
  earlierHash: z.string(),
  notes: z.array(z.string()),
  items: z.array(
    z.strictObject({
      key: z.string(),
      number: z.string(),
      label: z.string(),
      comparability: z.enum(['comparable', 'reference', 'not-comparable']),
      /** Why a person judged so. */
      reason: z.string(),
      isSame: z.boolean(),
      wording: z.strictObject({ before: z.string(), after: z.string() }),
      lines: z.array(waveLine),
    }),
  ),
})
export type PublishedWaves = z.infer<typeof publishedWaves>

/** 公表した集計: written once when it is published; later answers or edits do not change it. */
export const publication = z.strictObject({
  title: z.string(),
  universe: z.string(),
  period: z.strictObject({ start: z.string(), end: z.string() }),
  design: z.string(),
  sent: z.number().nullable(),
  valid: z.number(),
  isWeighted: z.boolean(),
  /** False: no sampling error is given, and the page says why. */
  isProbability: z.boolean().default(true),
  /** ±, in points, at 50 %; absent where it is no probability sample. */
  marginPoints: z.number().nullable(),
  notes: z.array(z.string()),
  tables: z.array(publishedTable),
  portfolios: z.array(publishedPortfolio).default([]),
  waves: publishedWaves.optional(),
  dataHash: z.string(),
})
export type Publication = z.infer<typeof publication>
