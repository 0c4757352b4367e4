import type { PlanItem } from '#src/formats/plan-item.ts'
import { normalForm } from '#src/lib/text/normal-form.ts'
import type { Rule } from './finding.ts'

/** The first item of a name, and those that have it too. */
type Named = { item: PlanItem; same?: PlanItem[] }

/** ST009: two items of one kind with the same name. */
export const sameTitle: Rule = {
  id: 'ST009',
  group: 'ST',
  severity: 'W',
  gate: 'G2',
  title: '同じ名前の項目が2つある',
  rationale: '同じ名前が2つあると、会議でも窓口でも取り違えます。',
  needs: [],
  check: ({ plan }) => {
    const firsts = { policy: new Map<string, Named>(), measure: new Map(), program: new Map() }
    const doubled = new Set<Named>()
    for (const item of plan.items) {
      const name = normalForm(item.title)
      if (name === '') continue
      const first = firsts[item.kind].get(name)
      if (first) doubled.add(first)
      if (first) first.same = [...(first.same ?? []), item]
      else firsts[item.kind].set(name, { item })
    }
    return [...doubled].map(({ item, same = [] }) => {
      const all = [item, ...same].sort((a, b) => (a.id < b.id ? -1 : 1))
      const [first = item, ...others] = all
      return {
        subjectId: first.id,
        relatedIds: others.map(({ id }) => id),
        key: item.kind,
        message: `${plan.labels[item.kind]}名「${first.title}」が${all.length}か所にあります。`,
        advice: '中身の違いが分かる名前にしてください。',
      }
    })
  },
}
