import { normalForm } from '#src/lib/text/normal-form.ts'
import type { Rule } from './finding.ts'

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
    const groups = new Map<string, string[]>()
    const titles = new Map(plan.items.map(({ id, title }) => [id, title]))
    for (const { id, kind, title } of plan.items) {
      const name = normalForm(title)
      if (name === '') continue
      const key = `${kind}|${name}`
      const group = groups.get(key)
      if (group) group.push(id)
      else groups.set(key, [id])
    }
    const doubled = [...groups].filter(([, ids]) => ids.length > 1)
    return doubled.map(([key, ids]) => {
      const [first = '', ...others] = ids.sort()
      const kind = plan.items.find(({ id }) => id === first)?.kind ?? 'measure'
      return {
        subjectId: first,
        relatedIds: others,
        key: key.split('|')[0] ?? '',
        message: `${plan.labels[kind]}名「${titles.get(first)}」が${ids.length}か所にあります。`,
        advice: '中身の違いが分かる名前にしてください。',
      }
    })
  },
}
