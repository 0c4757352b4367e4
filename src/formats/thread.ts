import { z } from 'zod'
import { day, id } from './id.ts'
import { evidenceLink } from './plan-parts.ts'

export const threadFormat = 'shirube-thread/1'

const place = z.strictObject({
  kind: z.enum(['policy', 'measure', 'situation', 'issue', 'direction', 'indicator', 'change']),
  id: z.string(),
  words: z.string(),
  /** On the public site. */
  href: z.string(),
})

const { kind, n } = evidenceLink.shape.to.shape

/** One thread (根拠のたどり方): from a source over the place of the plan that rests on it to what that led to. */
const thread = z.strictObject({
  id: z.string(),
  kind: z.enum([...kind.options, 'comment']),
  source: z.strictObject({
    /** `/evidence/{key}` is the page of the source. */
    key: z.string(),
    words: z.string(),
    /** Where it is read; empty where it has no public page. */
    href: z.string(),
    /** `gone`: an address that leads nowhere; `words`: it was only ever named in words. */
    state: z.enum(['found', 'gone', 'words']),
    part: z.string().optional(),
  }),
  /** Row, column or place in the source, in words. */
  cell: z.string(),
  /** Answers, or voices where voices are counted. */
  n,
  asOf: z.string(),
  /** Absent where it is only the source of a figure, or a count. */
  stance: evidenceLink.shape.stance.optional(),
  level: z.int().min(0).max(5).optional(),
  quotes: z.array(z.string()),
  note: z.string(),
  outcome: z.string(),
  itemId: id,
  indicatorId: id.optional(),
  about: place,
  ledTo: z.array(place),
})

/** The threads of a published plan, or of one of its items, as a file. */
export const threadFile = z.strictObject({
  schema: z.literal(threadFormat),
  plan: z.strictObject({
    planId: id,
    title: z.string(),
    isInvented: z.boolean(),
    versionId: id,
    version: z.string(),
    publishedOn: day,
  }),
  threads: z.array(thread),
})
export type ThreadFile = z.infer<typeof threadFile>
