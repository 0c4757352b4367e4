import type { PlanDocument } from '#src/formats/plan-document.ts'
import { numbersOf } from '../numbering.ts'
import { membersByKey } from './edits/keyed-lists.ts'

type Lists = Pick<
  PlanDocument,
  | 'items'
  | 'projects'
  | 'indicators'
  | 'dataPoints'
  | 'evidence'
  | 'logicModels'
  | 'relatedPlans'
  | 'units'
  | 'decisions'
  | 'waivers'
>
export type Members = { [List in keyof Lists]: ReadonlyMap<string, Lists[List][number]> }

/** One of the two plans, with what is looked up in it often. */
export type PlanSide = {
  plan: PlanDocument
  members: Members
  numbers: ReadonlyMap<string, string>
  /** The keys of what stands directly below an item or the vision, in order. */
  below: { [List in HeldList]: ReadonlyMap<string, readonly string[]> }
}
/** The lists whose members have a place in the tree. */
export type HeldList = 'items' | 'indicators' | 'projects'

export function sideOf(plan: PlanDocument): PlanSide {
  const members: Members = {
    items: membersByKey(plan.items, 'id'),
    projects: membersByKey(plan.projects, 'id'),
    indicators: membersByKey(plan.indicators, 'id'),
    dataPoints: membersByKey(plan.dataPoints, 'id'),
    evidence: membersByKey(plan.evidence, 'id'),
    logicModels: membersByKey(plan.logicModels, 'id'),
    relatedPlans: membersByKey(plan.relatedPlans, 'id'),
    units: membersByKey(plan.units, 'id'),
    decisions: membersByKey(plan.decisions, 'id'),
    waivers: membersByKey(plan.waivers, 'id'),
  }
  const below = {
    items: byHolder(members.items, ({ parentId }) => parentId ?? ''),
    indicators: byHolder(members.indicators, ({ itemId }) => itemId),
    projects: byHolder(members.projects, ({ parentId }) => parentId),
  }
  return { plan, members, below, numbers: numbersOf(plan) }
}

function byHolder<Member extends { order: number }>(
  members: ReadonlyMap<string, Member>,
  holderOf: (member: Member) => string,
): Map<string, string[]> {
  const lists = new Map<string, { key: string; order: number }[]>()
  for (const [key, member] of members) {
    const one = { key, order: member.order }
    const list = lists.get(holderOf(member))
    if (list) list.push(one)
    else lists.set(holderOf(member), [one])
  }
  for (const list of lists.values()) list.sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1))
  return new Map([...lists].map(([holder, list]) => [holder, list.map(({ key }) => key)]))
}

/** What a member of the tree stands below, and as which one. */
export function positionIn(side: PlanSide, list: HeldList, key: string) {
  const number = list === 'items' ? (side.numbers.get(key) ?? '') : ''
  if (list === 'indicators') {
    const indicator = side.members.indicators.get(key)
    return indicator && { parentId: indicator.itemId, order: indicator.order, number }
  }
  const member = side.members[list].get(key)
  return member && { parentId: member.parentId, order: member.order, number }
}

/** The policy and the measure an item is, or stands below. */
export function branchOf({ members }: PlanSide, itemId: string): { policyId?: string; measureId?: string } {
  const branch: { policyId?: string; measureId?: string } = {}
  const seen = new Set<string>()
  let item = members.items.get(itemId)
  while (item && !seen.has(item.id)) {
    seen.add(item.id)
    if (item.kind === 'policy') branch.policyId = item.id
    if (item.kind === 'measure') branch.measureId ??= item.id
    item = members.items.get(item.parentId ?? '')
  }
  return branch
}

/** An item as a sentence names it: 施策「防犯対策」; the vision by its label. */
export function itemName({ plan, members }: PlanSide, id: string | null): string {
  const item = members.items.get(id ?? '')
  if (item) return `${plan.labels[item.kind]}「${item.title}」`
  return id === plan.concept.vision.id ? plan.labels.vision : '（所属なし）'
}

/** A unit's name as the newer plan knows it, else as the older one does. */
export const unitName = ({ before, after }: { before: PlanSide; after: PlanSide }, id: string) =>
  (after.members.units.get(id) ?? before.members.units.get(id))?.name ?? '（名前の分からない組織）'
