import type { Rule } from './finding.ts'
import { linkedPlans } from './linked-plans.ts'

/** XP012: a plan of the city that no measure knows. */
export const unlinkedPlan: Rule = {
  id: 'XP012',
  group: 'XP',
  severity: 'I',
  title: 'どの施策にも結び付かない個別計画',
  rationale: '総合計画が市の計画の全体を示すには、個別計画との結び付きが要ります。',
  needs: [],
  check: (index) => {
    const linked = new Set(linkedPlans(index).map(({ related }) => related.id))
    return index.plan.relatedPlans
      .filter(({ id, tier }) => tier === 'city' && !linked.has(id))
      .map(({ id, name }) => ({
        subjectId: id,
        message: `「${name}」がどの${index.plan.labels.measure}にも結び付いていません。`,
        advice: '関わる施策の「関連する個別計画」に加えてください。',
      }))
  },
}
