import { z } from 'zod'
import { planDocument } from '#src/formats/plan-document.ts'
import { indicator } from '#src/formats/plan-indicator.ts'
import { type ItemKind, planItem } from '#src/formats/plan-item.ts'
import { evidenceLink, logicModel, project } from '#src/formats/plan-parts.ts'

export type Shape = Readonly<Record<string, z.core.$ZodType>>

/** First line of the OtherInformation of a plan this system wrote: only there are `key: value` lines read as fields. */
export const ownMark = 'shirube-plan/1'

const optionOf = (kind: ItemKind) => {
  const found = planItem.options.find(({ shape }) => shape.kind.value === kind)
  if (!found) throw new RangeError(kind)
  return found
}

/** The fields of each kind of item, as the format has them. */
export const itemShapes: Readonly<Record<ItemKind, Shape>> = {
  policy: optionOf('policy').shape,
  measure: optionOf('measure').shape,
  program: optionOf('program').shape,
}

const concept = planDocument.shape.concept.shape

/** The basic concept's fields that are lines: its titles and texts stand in Vision and Value. */
export const conceptShape = {
  visionText: concept.vision.shape.text,
  principleId: z.array(z.string()).default([]),
  chapters: concept.chapters,
  grandDesign: concept.grandDesign,
} satisfies Shape

/** What belongs to an item or an indicator and is written where that stands, one line each. */
export const belongingShape = {
  items: z.array(planItem).default([]),
  programs: z.array(optionOf('program')).default([]),
  indicators: z.array(indicator).default([]),
  projects: z.array(project).default([]),
  evidence: z.array(evidenceLink).default([]),
  logicModels: z.array(logicModel).default([]),
} satisfies Shape
export type BelongingKey = keyof typeof belongingShape

/** The document's fields that are lines; the others have an element of their own or stand with their item. */
export const planLineKeys: readonly string[] = Object.keys(planDocument.shape).filter(
  (key) => !['title', 'municipalityName', 'concept', ...Object.keys(belongingShape)].includes(key),
)

/** Fields of an item that are never a line: identity and place stand in elements, work notes stay inside. */
const notLines = ['id', 'kind', 'parentId', 'order', 'title', 'status', 'notes']
export const itemLineKeys = (kind: ItemKind): readonly string[] =>
  Object.keys(itemShapes[kind]).filter((key) => !notLines.includes(key))

/** Fields of an indicator that StratML has an element for. */
const measured = ['id', 'itemId', 'order', 'name', 'unit', 'baseline', 'interim', 'target', 'actuals']
export const indicatorShape: Shape = indicator.shape
export const indicatorLineKeys: readonly string[] = Object.keys(indicator.shape).filter(
  (key) => !['sharedWith', ...measured].includes(key),
)

export const baselineShape: Shape = { missingReason: indicator.shape.baseline.shape.missingReason }

/** What a field's Description may hold, the first that is filled. The first of each list needs no line to say so. */
export const descriptionFields: Readonly<Record<ItemKind, readonly string[]>> = {
  policy: ['desiredState', 'summary'],
  measure: ['desiredState', 'summary', 'situation'],
  program: ['summary', 'text'],
}
