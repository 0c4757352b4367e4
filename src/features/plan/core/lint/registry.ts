import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import { normalForm } from '#src/lib/text/normal-form.ts'
import type { PlanIndex } from './plan-index.ts'
import type { RegistryIndicator, RegistryPlan } from './room-facts.ts'

/** What the lint looks at in another plan of the city. */
export function registryPlan(relatedId: string, plan: PlanDocument): RegistryPlan {
  const names = new Map(plan.units.map(({ id, name }) => [id, name]))
  return {
    relatedId,
    title: plan.title,
    isStrategy: plan.kind === 'strategy',
    itemIds: new Set(plan.items.map(({ id }) => id)),
    indicators: plan.indicators.map(({ name, unit, definition, baseline, target, ownerId }) => ({
      name,
      unit,
      definition,
      baseline,
      target: target && { fiscalYear: target.fiscalYear, value: target.value },
      owner: names.get(ownerId ?? '') ?? '',
    })),
  }
}

export type Pair = { own: Indicator; other: RegistryIndicator; plan: RegistryPlan }

/** Indicators of this plan and of others that have the same name. */
export function samePairs({ plan }: PlanIndex, registry: readonly RegistryPlan[]): Pair[] {
  const byName = Map.groupBy(plan.indicators, ({ name }) => normalForm(name))
  return registry.flatMap((other) =>
    other.indicators.flatMap((one) =>
      (byName.get(normalForm(one.name)) ?? []).map((own) => ({ own, other: one, plan: other })),
    ),
  )
}

/** The same thing counted in the same way: a pair of one unit. */
export const countsAlike = ({ own, other }: Pair) => normalForm(own.unit) === normalForm(other.unit)
