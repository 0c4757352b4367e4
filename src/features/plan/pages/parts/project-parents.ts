import type { PlanDocument } from '#src/formats/plan-document.ts'
import { numbersOf } from '../../core/numbering.ts'

/** The measures and programs a project can stand under, in the order of the plan. */
export function projectParents(plan: PlanDocument): { value: string; label: string }[] {
  const kinds = new Map(plan.items.map((item) => [item.id, item]))
  return [...numbersOf(plan)].flatMap(([id, number]) => {
    const item = kinds.get(id)
    return item && item.kind !== 'policy' ? [{ value: id, label: `${number} ${item.title}` }] : []
  })
}
