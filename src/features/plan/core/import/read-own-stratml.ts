import { type PlanDocument, planDocument } from '#src/formats/plan-document.ts'
import type { ItemKind } from '#src/formats/plan-item.ts'
import type { XmlElement } from '#src/lib/xml/read-xml.ts'
import {
  belongingShape,
  conceptShape,
  descriptionFields,
  itemLineKeys,
  itemShapes,
  planLineKeys,
  type Shape,
} from '../export/plan-shapes.ts'
import { fieldsFrom, type Lines, linesIn } from './information-fields.ts'
import { readOwnIndicator } from './own-indicator.ts'
import { allOf, one, textIn } from './xml-words.ts'

type Row = Record<string, unknown>
type Parts = { items: Row[]; indicators: Row[]; rest: Row[]; placeOf: Map<string, number>; visionId: string }

/**
 * Reads a StratML plan that this system wrote: identifiers are ids, the lines of OtherInformation fields.
 *
 * Throws ZodError where an edited file no longer says what the format allows.
 */
export function readOwnStratml(root: XmlElement, core: XmlElement): PlanDocument {
  const lines = linesIn(root)
  const vision = one(core, 'Vision')
  const parts: Parts = {
    items: [],
    indicators: [],
    rest: [fieldsFrom(belongingShape, lines)],
    placeOf: new Map(),
    visionId: textIn(vision, 'Identifier'),
  }
  for (const goal of allOf(core, 'Goal')) readGoal(goal, parts)
  const { visionText, principleId, ...concept } = fieldsFrom(conceptShape, lines)
  const ids = Array.isArray(principleId) ? principleId : []
  const all = (key: string) => parts.rest.flatMap((row) => (row[key] as Row[] | undefined) ?? [])
  return planDocument.parse({
    ...fieldsFrom(some(planDocument.shape, planLineKeys), lines),
    title: textIn(root, 'Name'),
    municipalityName: textIn(one(core, 'Organization'), 'Name'),
    concept: {
      ...concept,
      vision: { id: parts.visionId, title: textIn(vision, 'Description'), text: visionText ?? '' },
      principles: allOf(core, 'Value').map((value, at) => ({
        id: ids[at],
        title: textIn(value, 'Name'),
        text: textIn(value, 'Description'),
      })),
    },
    items: [...parts.items, ...all('programs'), ...all('items')],
    indicators: [...parts.indicators, ...all('indicators')],
    projects: all('projects'),
    evidence: all('evidence'),
    logicModels: all('logicModels'),
  })
}

/** A Goal is a policy, but for the one that carries the overall goals of the vision. */
function readGoal(goal: XmlElement, parts: Parts) {
  const lines = linesIn(goal)
  const policyId = textIn(goal, 'Identifier')
  if (lines.get('kind')?.[0] !== 'vision') {
    readItem(goal, { kind: 'policy', parentId: lines.get('parentId')?.[0] ?? parts.visionId, lines }, parts)
  }
  for (const objective of allOf(goal, 'Objective')) {
    const inner = linesIn(objective)
    const kind = inner.get('kind')?.[0]
    if (kind === 'indicators') readIndicators(objective, inner.get('itemId')?.[0] ?? policyId, parts)
    else if (kind === 'program')
      readItem(objective, { kind, parentId: inner.get('parentId')?.[0] ?? policyId, lines: inner }, parts)
    else readItem(objective, { kind: 'measure', parentId: policyId, lines: inner }, parts)
  }
}

type Place = { kind: ItemKind; parentId: string; lines: Lines }

function readItem(element: XmlElement, { kind, parentId, lines }: Place, parts: Parts) {
  const id = textIn(element, 'Identifier')
  const at = parts.placeOf.get(parentId) ?? 0
  parts.placeOf.set(parentId, at + 1)
  const described = lines.get('Description')?.[0] ?? descriptionFields[kind][0] ?? ''
  const description = textIn(element, 'Description')
  const own = fieldsFrom(some(itemShapes[kind], itemLineKeys(kind)), lines)
  parts.items.push({
    id,
    kind,
    parentId,
    order: Number(lines.get('order')?.[0] ?? at + 1),
    title: textIn(element, 'Name'),
    ...own,
    ...(description === '' || described in own ? {} : { [described]: description }),
  })
  parts.rest.push(fieldsFrom(belongingShape, lines))
  readIndicators(element, id, parts)
}

function readIndicators(element: XmlElement, holderId: string, parts: Parts) {
  const counts = new Map<string, number>()
  for (const one of allOf(element, 'PerformanceIndicator')) {
    const lines = linesIn(one)
    const itemId = lines.get('itemId')?.[0] ?? holderId
    const at = counts.get(itemId) ?? 0
    counts.set(itemId, at + 1)
    parts.indicators.push(readOwnIndicator(one, { itemId, at, lines }))
    parts.rest.push(fieldsFrom(belongingShape, lines))
  }
}

const some = (shape: Shape, keys: readonly string[]): Shape =>
  Object.fromEntries(Object.entries(shape).filter(([key]) => keys.includes(key)))
