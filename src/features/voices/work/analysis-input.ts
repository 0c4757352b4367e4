import { z } from 'zod'

/** What the workers get: opinions as texts, and the words of the town that stay whole. */
export const analysisInput = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      submission: z.string(),
      submitter: z.string().optional(),
      district: z.string().optional(),
      channel: z.string().optional(),
      ageBand: z.string().optional(),
    }),
  ),
  forcedWords: z.array(z.object({ word: z.string(), base: z.string() })),
  /** What is not counted; absent in work ordered before a city could say so. */
  lists: z.object({ version: z.string(), stopWords: z.array(z.string()) }).optional(),
  seed: z.string(),
})
type Row = z.infer<typeof analysisInput>['rows'][number]

/** The rows without what is not known of them. */
export const knownOnly = (rows: readonly Row[]) =>
  rows.map(({ id, text, submission, submitter, district }) => ({
    id,
    text,
    submission,
    ...(submitter ? { submitter } : {}),
    ...(district ? { district } : {}),
  }))

export const jsonFile = (value: object, name: string) => ({
  bytes: new TextEncoder().encode(JSON.stringify(value)),
  name,
  contentType: 'application/json',
})
