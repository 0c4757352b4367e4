import type { Measure } from '#src/formats/plan-item.ts'
import type { RelatedPlan } from '#src/formats/plan-parts.ts'
import type { PlanIndex } from './plan-index.ts'

/** Every plan that a measure is linked to, with the first measure that links it. */
export function linkedPlans({ plan, measures }: PlanIndex): { related: RelatedPlan; measure: Measure }[] {
  const byId = new Map(plan.relatedPlans.map((related) => [related.id, related]))
  const seen = new Set<string>()
  return measures.flatMap((measure) =>
    measure.relatedPlanLinks.flatMap(({ planId }) => {
      const related = byId.get(planId)
      if (!related || seen.has(planId)) return []
      seen.add(planId)
      return [{ related, measure }]
    }),
  )
}
