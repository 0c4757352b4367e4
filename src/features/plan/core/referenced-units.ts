import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { PlanUnit } from '#src/formats/plan-parts.ts'

/** The units the document speaks of, those above them, and those that took over, so that it explains itself. */
export function referencedUnits(plan: PlanDocument, units: readonly PlanUnit[]): PlanUnit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const wanted = new Set<string>()
  const want = (id: string | null | undefined) => {
    const unit = id ? byId.get(id) : undefined
    if (!unit || wanted.has(unit.id)) return
    wanted.add(unit.id)
    want(unit.parentId)
    for (const { unitId } of unit.successors) want(unitId)
  }
  for (const { lead, support } of plan.items) for (const id of [lead, ...support]) want(id)
  for (const { ownerId, contactUnitId } of plan.indicators)
    for (const id of [ownerId, contactUnitId]) want(id)
  for (const { ownerId } of [...plan.projects, ...plan.relatedPlans]) want(ownerId)
  for (const { grantedBy } of plan.waivers) want(grantedBy)
  return units.filter(({ id }) => wanted.has(id))
}
