import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { Measure, PlanItem, Policy, Program } from '#src/formats/plan-item.ts'
import { splitBindings } from '#src/lib/text/binding.ts'
import { bindingsOf } from '../bindings.ts'
import { type PlanNode, treeOf } from '../plan-tree.ts'
import { publicPlan } from '../public-plan.ts'
import type { Tally } from './export-note.ts'
import type { BelongingKey } from './plan-shapes.ts'

export type StratmlOptions = {
  part: 1 | 2
  /** Where 基本事業 stand: as objectives of their own behind their 施策 (the default), or as lines of it. */
  programs?: 'objectives' | 'other-information'
  /** Address under which the plan is published. */
  sourceUrl?: string
}

export type PlacedMeasure = { measure: Measure; programs: Program[] }
export type PlacedPolicy = { policy: Policy; measures: PlacedMeasure[] }

/** A plan arranged as StratML wants it: goals in a row, objectives below, and with each what belongs to it. */
export type StratmlPlan = {
  plan: PlanDocument
  policies: PlacedPolicy[]
  /** Indicators that are PerformanceIndicators, by the item they belong to. */
  indicators: Map<string, Indicator[]>
  /** What is written as lines, by the id of the item or indicator where it is written; '' is the document. */
  belongings: Map<string, Partial<Record<BelongingKey, object[]>>>
}

/** The public view of a plan with its numbers filled in; what was left inside is counted. */
export function planToWrite(document: PlanDocument, tally: Tally): PlanDocument {
  const shown = publicPlan(document, { publishedOn: '', hash: '' }).plan
  countLeftOut(document, shown, tally)
  // The state of the work is for staff: it is not said to be accepted either.
  const plan = { ...shown, items: shown.items.map((item) => ({ ...item, status: 'draft' as const })) }
  const resolve = bindingsOf(plan)
  const filled = (text: string) =>
    splitBindings(text)
      .map((piece) => {
        if ('text' in piece) return piece.text
        const number = resolve(piece.binding)
        tally.add(number === undefined ? 'number-missing' : 'number-filled-in', 'plan')
        return number ?? '―'
      })
      .join('')
  return withTexts(plan, filled)
}

function withTexts<Value>(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value) as Value
  if (Array.isArray(value)) return value.map((one) => withTexts(one, change)) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withTexts(inner, change)]),
  ) as Value
}

function countLeftOut(document: PlanDocument, plan: PlanDocument, tally: Tally) {
  const { items, evidence, projects } = document
  tally.add('left-out', 'item.notes', items.filter(({ notes }) => notes !== '').length)
  tally.add('left-out', 'item.status', items.filter(({ status }) => status !== 'draft').length)
  tally.add('left-out', 'evidence.addedBy', evidence.filter(({ addedBy }) => addedBy !== undefined).length)
  if (document.publish === 'none')
    tally.add('left-out', 'plan.projects', projects.length - plan.projects.length)
  if (document.publish !== 'list') return
  for (const key of ['budget', 'hours'] as const)
    tally.add('left-out', `project.${key}`, projects.filter((project) => project[key].length > 0).length)
  tally.add('left-out', 'project.summary', projects.filter(({ summary }) => summary !== '').length)
}

/** Puts every item and everything that belongs to one where it will be written; what has no place goes to ''. */
export function arranged(plan: PlanDocument, { part, programs }: StratmlOptions): StratmlPlan {
  const policies = placedPolicies(treeOf(plan))
  const homes = homesOf(policies, programs !== 'other-information')
  const belongings: StratmlPlan['belongings'] = new Map()
  const keep = (home: string, key: BelongingKey, one: object) => {
    const all = belongings.get(home) ?? {}
    all[key] = [...(all[key] ?? []), one]
    belongings.set(home, all)
  }
  const placed = new Set<PlanItem>(policies.flatMap(itemsOf))
  for (const item of plan.items) {
    const home = homes.get(item.id)
    if (home === undefined || !placed.has(item)) keep('', 'items', item)
    else if (home !== item.id) keep(home, 'programs', item)
  }
  const indicators = new Map<string, Indicator[]>()
  for (const one of inOrder(plan.indicators)) {
    const isMeasured = part === 2 && (homes.has(one.itemId) || one.itemId === plan.concept.vision.id)
    if (isMeasured) indicators.set(one.itemId, [...(indicators.get(one.itemId) ?? []), one])
    else keep(homes.get(one.itemId) ?? '', 'indicators', one)
    homes.set(one.id, isMeasured ? one.id : (homes.get(one.itemId) ?? ''))
  }
  const homeOf = (id: string) => homes.get(id.split('/')[0] ?? '') ?? ''
  for (const one of plan.projects) keep(homeOf(one.parentId), 'projects', one)
  for (const one of plan.evidence) keep(homeOf(one.from), 'evidence', one)
  for (const one of plan.logicModels) keep(homeOf(one.measureId), 'logicModels', one)
  return { plan, policies, indicators, belongings }
}

const itemsOf = ({ policy, measures }: PlacedPolicy): PlanItem[] => [
  policy,
  ...measures.flatMap(({ measure, programs }) => [measure, ...programs]),
]

const inOrder = (indicators: readonly Indicator[]) =>
  [...indicators].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))

/** Policies in reading order, those below another one right after it: goals have no goals below them. */
function placedPolicies(nodes: readonly PlanNode[]): PlacedPolicy[] {
  return nodes.flatMap(({ item, children }) => {
    if (item.kind !== 'policy') return []
    const measures = children.flatMap((child) =>
      child.item.kind === 'measure' ? [{ measure: child.item, programs: programsOf(child.children) }] : [],
    )
    return [{ policy: item, measures }, ...placedPolicies(children)]
  })
}

const programsOf = (nodes: readonly PlanNode[]) =>
  nodes.map(({ item }) => item).filter((item: PlanItem) => item.kind === 'program')

/** Where each placed item is written: at itself, a program as lines at its measure. */
function homesOf(policies: readonly PlacedPolicy[], ownObjectives: boolean): Map<string, string> {
  const homes = new Map<string, string>()
  for (const { policy, measures } of policies) {
    homes.set(policy.id, policy.id)
    for (const { measure, programs } of measures) {
      homes.set(measure.id, measure.id)
      for (const { id } of programs) homes.set(id, ownObjectives ? id : measure.id)
    }
  }
  return homes
}
