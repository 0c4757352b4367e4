import { z } from 'zod'

const cell = z.number().nullable()

/** A table as it may be read by everybody. `null` is hidden (X); shares are weighted where the survey has weights. */
const publishedTable = z.strictObject({
  /** 問3, and the line of a matrix where it is of one. */
  number: z.string(),
  text: z.string(),
  item: z.string(),
  banner: z.string(),
  columns: z.array(z.strictObject({ label: z.string(), base: cell })),
  lines: z.array(z.strictObject({ label: z.string(), counts: z.array(cell), shares: z.array(cell) })),
})
export type PublishedTable = z.infer<typeof publishedTable>

/** 公表した集計: written once when it is published; later answers or edits do not change it. */
export const publication = z.strictObject({
  title: z.string(),
  universe: z.string(),
  period: z.strictObject({ start: z.string(), end: z.string() }),
  design: z.string(),
  sent: z.number().nullable(),
  valid: z.number(),
  isWeighted: z.boolean(),
  /** ±, in points, at 50 %; absent where it is no probability sample. */
  marginPoints: z.number().nullable(),
  notes: z.array(z.string()),
  tables: z.array(publishedTable),
  dataHash: z.string(),
})
export type Publication = z.infer<typeof publication>
