import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { PlanItem } from '#src/formats/plan-item.ts'
import type { PlanUnit } from '#src/formats/plan-parts.ts'
import type { XmlElement } from '#src/lib/xml/read-xml.ts'
import type { ImportFinding } from './import-finding.ts'
import { readIndicator } from './stratml-indicator.ts'
import { allOf, one, remainder, wordsIn } from './xml-words.ts'

type Reading = {
  newId: (kind: string) => string
  visionId: string
  period: PlanDocument['period']
  findings: ImportFinding[]
}

type Content = { items: Partial<PlanItem>[]; indicators: Partial<Indicator>[]; units: PlanUnit[] }

/** Goals as policies, objectives as measures, objectives of objectives as programs; performers as units. */
export function readGoals(goals: readonly XmlElement[], reading: Reading): Content {
  const content: Content = { items: [], indicators: [], units: [] }
  for (const [index, goal] of goals.entries()) readGoal(goal, index, { ...reading, content })
  return content
}

type Filling = Reading & { content: Content }

function readGoal(goal: XmlElement, index: number, filling: Filling) {
  const id = filling.newId('po')
  filling.content.items.push({
    id,
    kind: 'policy',
    parentId: filling.visionId,
    order: index + 1,
    title: wordsIn(goal, 'Name') || wordsIn(goal, 'Description').slice(0, 60),
    summary: wordsIn(goal, 'Description'),
    ...ownerOf(goal, filling),
    notes: notesOf(goal, filling),
  })
  for (const [at, objective] of allOf(goal, 'Objective').entries())
    readObjective(objective, { at, parentId: id, filling })
}

type Place = { at: number; parentId: string; filling: Filling }

function readObjective(objective: XmlElement, { at, parentId, filling }: Place) {
  const { newId, content } = filling
  const id = newId('me')
  const description = wordsIn(objective, 'Description')
  content.items.push({
    id,
    kind: 'measure',
    parentId,
    order: at + 1,
    title: wordsIn(objective, 'Name') || description.slice(0, 60) || `施策${at + 1}`,
    situation: paragraphs(id, description),
    ...ownerOf(objective, filling),
    notes: notesOf(objective, filling),
  })
  for (const [order, element] of allOf(objective, 'PerformanceIndicator').entries()) {
    content.indicators.push(readIndicator(element, { ...filling, itemId: id, order: order + 1 }))
  }
  for (const [order, inner] of allOf(objective, 'Objective').entries())
    readProgram(inner, { at: order, parentId: id, filling })
}

function readProgram(objective: XmlElement, { at, parentId, filling }: Place) {
  const id = filling.newId('pr')
  const description = wordsIn(objective, 'Description')
  filling.content.items.push({
    id,
    kind: 'program',
    parentId,
    order: at + 1,
    title: wordsIn(objective, 'Name') || description.slice(0, 60),
    text: paragraphs(id, description).map((one) => ({ ...one, id: one.id.replace('/situation/', '/text/') })),
    ...ownerOf(objective, filling),
    notes: notesOf(objective, filling),
  })
}

const paragraphs = (id: string, text: string) =>
  text
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== '')
    .map((block, index) => ({ id: `${id}/situation/p${index + 1}`, text: block.trim().slice(0, 19_000) }))

/** An organization that performs is the responsible unit. */
function ownerOf(element: XmlElement, { newId, content, period }: Filling): { lead?: string } {
  const performer = allOf(element, 'Stakeholder').find(isPerformer)
  const name = wordsIn(performer, 'Name')
  if (!name) return {}
  const known = content.units.find((unit) => unit.name === name)
  if (known) return { lead: known.id }
  const unit: PlanUnit = {
    id: newId('ou'),
    name,
    kind: 'section',
    parentId: null,
    validFrom: period.start,
    successors: [],
  }
  content.units.push(unit)
  return { lead: unit.id }
}

const isPerformer = (stakeholder: XmlElement) =>
  stakeholder.attributes['StakeholderTypeType'] === 'Organization' &&
  allOf(stakeholder, 'Role').some((role) => /performer/i.test(wordsIn(role, 'RoleType')))

const read = ['Name', 'Description', 'Objective', 'PerformanceIndicator', 'SequenceIndicator']

/** Stakeholders and other information have no field: they stay readable in the staff's notes, and the report says so. */
function notesOf(element: XmlElement, { findings }: Filling): string {
  const kept = remainder({ ...element, text: '', attributes: {} }, read)
  const external = wordsIn(element, 'Identifier')
  if (kept) {
    findings.push({
      code: 'kept-as-text',
      line: one(element, 'Stakeholder')?.line ?? element.line,
      path: element.name,
      action: '関係者などを庁内メモに残しました',
    })
  }
  return [external && `externalId: ${external}`, kept].filter(Boolean).join('\n').slice(0, 19_000)
}
