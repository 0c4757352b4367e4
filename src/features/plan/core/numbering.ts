import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { PlanItem } from '#src/formats/plan-item.ts'
import { childrenOf } from './plan-tree.ts'

/**
 * The displayed numbers by item id: 3 for a policy, 3-2 for its measure, 3-2-1 for a program.
 *
 * Numbers come from `order` and are labels, never identity: moving an item gives it another one.
 */
export const numbersOf = (plan: Pick<PlanDocument, 'items' | 'concept'>): Map<string, string> =>
  numbersBelow(plan.concept.vision.id, childrenOf(plan.items))

/** The same where the children of each item are known already. */
export function numbersBelow(
  rootId: string,
  children: ReadonlyMap<string, readonly PlanItem[]>,
): Map<string, string> {
  const numbers = new Map<string, string>()
  const walk = (parentId: string, prefix: string) => {
    for (const { id, order } of children.get(parentId) ?? []) {
      if (numbers.has(id)) continue
      const number = prefix ? `${prefix}-${order}` : String(order)
      numbers.set(id, number)
      walk(id, number)
    }
  }
  walk(rootId, '')
  return numbers
}
