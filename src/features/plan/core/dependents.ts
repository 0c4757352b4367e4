import type { PlanDocument } from '#src/formats/plan-document.ts'

/** What hangs on an item or indicator: what goes with it, and which texts quote its values. */
export type Dependents = {
  below: string[]
  indicators: string[]
  evidenceCount: number
  quotedBy: string[]
}

/** Looks through the whole plan for what depends on the item or indicator of this id. */
export function dependentsOf(plan: PlanDocument, subjectId: string): Dependents {
  const going = new Set([subjectId])
  const below: PlanDocument['items'] = []
  for (let found = true; found; ) {
    const next = plan.items.filter(({ id, parentId }) => parentId && going.has(parentId) && !going.has(id))
    for (const item of next) going.add(item.id)
    below.push(...next)
    found = next.length > 0
  }
  const indicators = plan.indicators.filter(({ id, itemId }) => going.has(itemId) && id !== subjectId)
  for (const { id } of indicators) going.add(id)
  return {
    below: below.map(({ title }) => title),
    indicators: indicators.map(({ name }) => name),
    evidenceCount: plan.evidence.filter(({ from }) => going.has(from.split('/')[0] ?? '')).length,
    quotedBy: plan.items
      .filter((item) => !going.has(item.id) && quotes(item, going))
      .map(({ title }) => title),
  }
}

function quotes(item: PlanDocument['items'][number], ids: ReadonlySet<string>): boolean {
  const bound = JSON.stringify(item).matchAll(/\{\{((?:in|dp)_[0-9a-z]{10})/g)
  return [...bound].some(([, id]) => id !== undefined && ids.has(id))
}
