import { z } from 'zod'
import { day, id, paragraphId, words } from './id.ts'

/** One paragraph of running text: restricted Markdown with bound numbers (docs/formats/plan-document.md). */
export const paragraph = z.strictObject({ id: paragraphId, text: words })

/** 施策の方向: what the city will do, and which issues it answers. */
const direction = z.strictObject({
  id: paragraphId,
  heading: words.default(''),
  text: words.default(''),
  addresses: z.array(paragraphId).default([]),
})

/** A link to a goal of a framework, by default the SDGs. */
const goalTag = z.strictObject({
  taxonomy: z.string(),
  goal: z.int(),
  target: z.string().optional(),
  reason: words.default(''),
  primary: z.boolean().default(false),
})

/** 見直しの条件: what would make the city revise the measure. */
const reviewTrigger = z.strictObject({
  id: paragraphId,
  kind: z.enum(['disaster', 'epidemic', 'economy', 'law', 'result', 'other']),
  text: words,
  indicatorId: id.optional(),
  threshold: z.number().optional(),
})

const priority = z.strictObject({
  flagged: z.boolean(),
  studyId: id.optional(),
  reason: words.default(''),
  decidedBy: id.optional(),
  decidedOn: day.optional(),
})

const relatedPlanLink = z.strictObject({
  planId: id,
  itemRef: z.string().optional(),
  relation: z.enum(['realised-by', 'aligned', 'constrains']),
  note: words.default(''),
})

/** What every item has. `notes` are for staff and never leave a public function. */
const common = {
  id,
  parentId: id.nullable(),
  order: z.int(),
  title: words,
  titleKana: words.default(''),
  summary: words.default(''),
  easyText: words.default(''),
  childText: words.default(''),
  lead: id.nullable().default(null),
  support: z.array(id).default([]),
  status: z.enum(['draft', 'submitted', 'returned', 'accepted']).default('draft'),
  tags: z.array(z.string()).default([]),
  succeeds: z.array(z.strictObject({ id, kind: z.enum(['split', 'merged', 'replaced']) })).default([]),
  notes: words.default(''),
}

/** 政策・分野. `desiredState` is the field's one-line goal, `summary` its lead. */
const policy = z.strictObject({ ...common, kind: z.literal('policy'), desiredState: words.default('') })

/** 施策, with everything its page and its spread in the book show. */
export const measureFields = {
  desiredState: words.default(''),
  situation: z.array(paragraph).default([]),
  issues: z.array(paragraph).default([]),
  directions: z.array(direction).default([]),
  /** By the keys of the document's `roleSet`: 自助・共助・公助. */
  roles: z.record(z.string(), words).default({}),
  sdgs: z.array(goalTag).default([]),
  society50: z.array(z.strictObject({ tag: words, text: words })).default([]),
  /** By the keys of the document's `principleSet`: the six principles of the planning policy. */
  principles: z
    .record(z.string(), z.strictObject({ applies: z.boolean(), text: words.default('') }))
    .default({}),
  priority: priority.default({ flagged: false, reason: '' }),
  relatedPlanLinks: z.array(relatedPlanLink).default([]),
  alternatives: words.default(''),
  districts: z.array(z.string()).default([]),
  reviewTriggers: z.array(reviewTrigger).default([]),
}
const measure = z.strictObject({ ...common, kind: z.literal('measure'), ...measureFields })

/** 基本事業・主な取組 */
const program = z.strictObject({
  ...common,
  kind: z.literal('program'),
  text: z.array(paragraph).default([]),
})

/** 政策・施策・基本事業: the kinds are fixed, what the city calls them stands in the document's `labels`. */
export const planItem = z.discriminatedUnion('kind', [policy, measure, program])

export type PlanItem = z.infer<typeof planItem>
export type ItemKind = PlanItem['kind']
export type Policy = z.infer<typeof policy>
export type Measure = z.infer<typeof measure>
export type Program = z.infer<typeof program>
export type Paragraph = z.infer<typeof paragraph>
export type Direction = z.infer<typeof direction>
export type GoalTag = z.infer<typeof goalTag>
