import type { Rule } from './finding.ts'
import { valueWords } from './indicator-words.ts'
import { countsAlike, samePairs } from './registry.ts'

/** XP002: one indicator has different baselines for one year in two plans. */
export const otherBaseline: Rule = {
  id: 'XP002',
  group: 'XP',
  severity: 'E',
  gate: 'G3',
  title: '他の計画と基準値が違う',
  rationale: '同じ年度の値は1つのはずです。',
  needs: ['registry'],
  check: (index, { registry = [] }) =>
    samePairs(index, registry)
      .filter(countsAlike)
      .flatMap(({ own, other, plan }) => {
        const [mine, theirs] = [own.baseline.value, other.baseline.value]
        if (mine === null || theirs === null || mine === theirs) return []
        if (own.baseline.fiscalYear !== other.baseline.fiscalYear) return []
        return [
          {
            subjectId: own.id,
            field: 'baseline',
            relatedIds: [plan.relatedId],
            message: `「${own.name}」の同じ年度の基準値が、「${plan.title}」と違います（${valueWords(mine, own.unit)}／${valueWords(theirs, own.unit)}）。`,
            advice: '出典を確かめ、正しい値にそろえてください。',
          },
        ]
      }),
}
