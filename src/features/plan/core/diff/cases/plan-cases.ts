import { type PlanDocument, planDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { Measure } from '#src/formats/plan-item.ts'
import { smallPlan } from '#test/small-plan.ts'
import { diffPlans } from '../diff-plans.ts'
import type { PlanChange } from '../plan-change.ts'

export const measureId = 'me_0000000001'
export const indicatorId = 'in_0000000001'

/** The measure and the indicator that the cases change. */
export const measureOf = (plan: PlanDocument) => plan.items.find(({ id }) => id === measureId) as Measure
export const indicatorOf = (plan: PlanDocument) =>
  plan.indicators.find(({ id }) => id === indicatorId) as Indicator

/** A fresh measure below the first policy. */
export const measureWith = (fields: Partial<Measure>): Measure =>
  planDocument.shape.items.parse([
    {
      id: 'me_0000000009',
      kind: 'measure',
      parentId: 'po_0000000001',
      order: 3,
      title: '空き家対策の推進',
      ...fields,
    },
  ])[0] as Measure

type Edit = (plan: PlanDocument) => unknown

/** What is found when one edits the small plan, perhaps after preparing it first. */
export function changesOf(edit: Edit, prepare: Edit = () => undefined): PlanChange[] {
  const before = smallPlan()
  prepare(before)
  const after = structuredClone(before)
  edit(after)
  return diffPlans(before, planDocument.parse(after))
}

/** Kind, weight and sentence of each change. */
export const told = (changes: readonly PlanChange[]) =>
  changes.map(({ kind, weight, sentence }) => `${kind} ${weight}: ${sentence}`)
