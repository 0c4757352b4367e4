import type { Rule } from './finding.ts'
import { countsAlike, samePairs } from './registry.ts'

/** XP010: two plans name different owners of one indicator. */
export const twoOwners: Rule = {
  id: 'XP010',
  group: 'XP',
  severity: 'W',
  gate: 'G3',
  title: '同じ指標の担当課が2つある',
  rationale: 'だれが値を入れるのか、決まっていません。',
  needs: ['registry'],
  check: (index, { registry = [] }) => {
    const names = new Map(index.plan.units.map(({ id, name }) => [id, name]))
    return samePairs(index, registry)
      .filter(countsAlike)
      .flatMap(({ own, other, plan }) => {
        const owner = names.get(own.ownerId ?? '') ?? ''
        if (owner === '' || other.owner === '' || owner === other.owner) return []
        return [
          {
            subjectId: own.id,
            field: 'ownerId',
            relatedIds: [plan.relatedId],
            message: `「${own.name}」の担当が、「${plan.title}」と違います（${owner}／${other.owner}）。`,
            advice: '値を入れる課を1つに決めてください。',
          },
        ]
      })
  },
}
