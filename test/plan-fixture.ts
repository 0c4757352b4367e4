import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { Measure } from '#src/formats/plan-item.ts'
import { smallPlan } from './small-plan.ts'

/** The measure that the fixtures change. */
export const measureId = 'me_0000000001'
export const indicatorId = 'in_0000000001'

/** The small plan with some parts replaced. */
export const planWith = (changes: Partial<PlanDocument>): PlanDocument => ({ ...smallPlan(), ...changes })

/** The small plan with its first measure changed. */
export function planWithMeasure(changes: Partial<Measure>): PlanDocument {
  const plan = smallPlan()
  return {
    ...plan,
    items: plan.items.map((item) => (item.id === measureId ? ({ ...item, ...changes } as Measure) : item)),
  }
}

/** The small plan with its indicator changed. */
export function planWithIndicator(changes: Partial<Indicator>): PlanDocument {
  const plan = smallPlan()
  return { ...plan, indicators: plan.indicators.map((indicator) => ({ ...indicator, ...changes })) }
}
