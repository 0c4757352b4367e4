import type { PlanDocument } from '#src/formats/plan-document.ts'
import { type PlanSide, sideOf } from './plan-side.ts'
import { type ChangedPlaces, changedPlaces } from './sibling-order.ts'

/** Both plans of a comparison. */
export type PlanSides = { before: PlanSide; after: PlanSide; hasChangedPlace: ChangedPlaces }

export function sidesOf(a: PlanDocument, b: PlanDocument): PlanSides {
  const [before, after] = [sideOf(a), sideOf(b)]
  return { before, after, hasChangedPlace: changedPlaces(before, after) }
}
