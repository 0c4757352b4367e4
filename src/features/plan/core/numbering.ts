import type { PlanDocument } from '#src/formats/plan-document.ts'
import { type PlanNode, treeOf } from './plan-tree.ts'

/**
 * The displayed numbers by item id: 3 for a policy, 3-2 for its measure, 3-2-1 for a program.
 *
 * Numbers come from `order` and are labels, never identity: moving an item gives it another one.
 */
export function numbersOf(plan: Pick<PlanDocument, 'items' | 'concept'>): Map<string, string> {
  const numbers = new Map<string, string>()
  const walk = (nodes: readonly PlanNode[], prefix: string) => {
    for (const { item, children } of nodes) {
      const number = prefix ? `${prefix}-${item.order}` : String(item.order)
      numbers.set(item.id, number)
      walk(children, number)
    }
  }
  walk(treeOf(plan), '')
  return numbers
}
