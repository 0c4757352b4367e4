import type { PlanDocument } from '#src/formats/plan-document.ts'
import { type PlanSide, sideOf } from './plan-side.ts'
import { readingOrder } from './reading-order.ts'
import { type ChangedPlaces, changedPlaces } from './sibling-order.ts'

/** Both plans of a comparison, and the items of both as one reads them. */
export type PlanSides = {
  before: PlanSide
  after: PlanSide
  hasChangedPlace: ChangedPlaces
  itemsInOrder: readonly string[]
}

export function sidesOf(a: PlanDocument, b: PlanDocument): PlanSides {
  const [before, after] = [sideOf(a), sideOf(b)]
  const itemsInOrder = readingOrder(before, after)
  return { before, after, hasChangedPlace: changedPlaces(before, after), itemsInOrder }
}
