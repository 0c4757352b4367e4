import type { Judgement, Rule } from './finding.ts'
import { valueWords } from './indicator-words.ts'
import type { PlanIndex } from './plan-index.ts'
import { countsAlike, samePairs } from './registry.ts'

/** XP001: one indicator has different targets for one year in two plans. */
export const otherTarget: Rule = {
  id: 'XP001',
  group: 'XP',
  severity: 'E',
  gate: 'G3',
  title: '他の計画と目標が違う',
  rationale: '同じ指標の目標が計画ごとに違うと、どれをめざすのか分かりません。',
  needs: [],
  check: (index, { registry = [] }) => [
    ...declared(index),
    ...samePairs(index, registry)
      .filter(countsAlike)
      .flatMap(({ own, other, plan }) =>
        own.sharedWith.some(({ planId, target }) => planId === plan.relatedId && target)
          ? []
          : judged(own, { planId: plan.relatedId, title: plan.title, target: other.target }),
      ),
  ],
}

/** What the plan itself says of its indicators in other plans. */
function declared({ plan }: PlanIndex): Judgement[] {
  const shared = plan.indicators.filter(({ sharedWith }) => sharedWith.length > 0)
  if (shared.length === 0) return []
  const names = new Map(plan.relatedPlans.map(({ id, name }) => [id, name]))
  return shared.flatMap((own) =>
    own.sharedWith.flatMap(({ planId, target }) =>
      judged(own, { planId, title: names.get(planId) ?? planId, target: target ?? null }),
    ),
  )
}

type Own = PlanIndex['plan']['indicators'][number]
type Theirs = {
  planId: string
  title: string
  target: { fiscalYear: number; value: number | null } | null
}

function judged({ id, name, unit, target }: Own, theirs: Theirs): Judgement[] {
  const [own, other] = [target?.value ?? null, theirs.target?.value ?? null]
  if (own === null || other === null || own === other) return []
  if (target?.fiscalYear !== theirs.target?.fiscalYear) return []
  return [
    {
      subjectId: id,
      field: 'target',
      relatedIds: [theirs.planId],
      message: `「${name}」の同じ年度の目標が、「${theirs.title}」と違います（${valueWords(own, unit)}／${valueWords(other, unit)}）。`,
      advice: 'どちらをめざすかを担当課と決め、そろえてください。',
    },
  ]
}
