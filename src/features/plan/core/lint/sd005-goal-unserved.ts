import { goalName, goalNames, sdgTaxonomyId } from '#src/lib/taxonomy/sdgs.ts'
import type { Judgement, Rule } from './finding.ts'
import type { PlanIndex } from './plan-index.ts'

/** SD005: goals that no measure serves, and a taxonomy that ends inside the period without a successor. */
export const goalUnserved: Rule = {
  id: 'SD005',
  group: 'SD',
  severity: 'I',
  title: '結び付く施策のないゴール、計画の途中で終わる枠組み',
  rationale: 'SDGsは2030年までです。多くの計画は、その後も続きます。',
  needs: [],
  check: (index) => [...unserved(index), ...ending(index)],
}

function unserved({ plan, measures }: PlanIndex): Judgement[] {
  if (measures.length === 0 || !plan.taxonomies.some(({ id }) => id === sdgTaxonomyId)) return []
  const served = new Set(measures.flatMap(({ sdgs }) => sdgs.map(({ goal }) => goal)))
  return goalNames
    .map((_, index) => index + 1)
    .filter((goal) => !served.has(goal))
    .map((goal) => ({
      subjectId: plan.planId,
      field: 'sdgs',
      key: String(goal),
      message: `ゴール${goal}「${goalName(goal)}」に結び付く施策がありません。`,
      advice: '関わる施策がないか、確かめてください。',
    }))
}

function ending({ plan }: PlanIndex): Judgement[] {
  return plan.taxonomies
    .filter(
      ({ validTo, successorId }) =>
        validTo && validTo <= plan.period.end && validTo >= plan.period.start && !successorId,
    )
    .map(({ id, validTo }) => ({
      subjectId: plan.planId,
      field: 'taxonomies',
      key: id,
      message: `枠組み「${id}」は、計画の途中（${validTo}）で終わります。`,
      advice: '終わった後にどうするかを決めておいてください。',
    }))
}
