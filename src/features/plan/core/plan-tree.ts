import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { PlanItem } from '#src/formats/plan-item.ts'

/** 施策体系: an item with what stands below it, in order. */
export type PlanNode = { item: PlanItem; children: PlanNode[] }

/** The items below the vision as a tree. Items whose parent is missing are left out (the lint names them: ST001). */
export function treeOf(plan: Pick<PlanDocument, 'items' | 'concept'>): PlanNode[] {
  const children = childrenOf(plan.items)
  const seen = new Set<string>()
  const below = (parentId: string): PlanNode[] =>
    (children.get(parentId) ?? []).flatMap((item) => {
      if (seen.has(item.id)) return []
      seen.add(item.id)
      return [{ item, children: below(item.id) }]
    })
  return below(plan.concept.vision.id)
}

/** Items by their parent, siblings in order; equal orders are settled by id, so that the list's order never matters. */
export function childrenOf(items: readonly PlanItem[]): Map<string, PlanItem[]> {
  const children = new Map<string, PlanItem[]>()
  for (const item of items) {
    if (item.parentId === null) continue
    const siblings = children.get(item.parentId)
    if (siblings) siblings.push(item)
    else children.set(item.parentId, [item])
  }
  for (const siblings of children.values()) siblings.sort(byOrder)
  return children
}

const byOrder = (a: PlanItem, b: PlanItem) => a.order - b.order || (a.id < b.id ? -1 : 1)
