import { longestRising } from './edits/list-order.ts'
import { type HeldList, type PlanSide, positionIn } from './plan-side.ts'

/** Whether a member of the tree really changed places with its siblings, or only has another number. */
export type ChangedPlaces = (list: HeldList, parentId: string, key: string) => boolean

export function changedPlaces(before: PlanSide, after: PlanSide): ChangedPlaces {
  const known = new Map<string, ReadonlySet<string>>()
  return (list, parentId, key) => {
    const name = `${list} ${parentId}`
    const movers = known.get(name) ?? moversAmong(before, after, list, parentId)
    known.set(name, movers)
    return movers.has(key)
  }
}

/**
 * The siblings that changed places, as few as possible.
 *
 * Those that kept their order number stand still; the others moved if they crossed one of these, or each other.
 */
function moversAmong(before: PlanSide, after: PlanSide, list: HeldList, parentId: string): Set<string> {
  const placeIn = (side: PlanSide, key: string) => positionIn(side, list, key)
  const isKept = (key: string) =>
    placeIn(before, key)?.parentId === parentId && placeIn(after, key)?.parentId === parentId
  const isStill = (key: string) => placeIn(before, key)?.order === placeIn(after, key)?.order
  const keptIn = (side: PlanSide) => (side.below[list].get(parentId) ?? []).filter(isKept)

  const gapsBefore = gaps(keptIn(before), isStill)
  const gapsAfter = gaps(keptIn(after), isStill)
  const positions = new Map(gapsBefore.flat().map((key, index) => [key, index]))
  const movers = new Set<string>()
  for (const [index, gap] of gapsAfter.entries()) {
    const sameGap = new Set(gapsBefore[index])
    const candidates = gap.filter((key) => sameGap.has(key))
    const staying = longestRising(candidates.map((key) => positions.get(key) ?? -1))
    const stays = new Set(candidates.filter((_, place) => staying.has(place)))
    for (const key of gap) if (!stays.has(key)) movers.add(key)
  }
  return movers
}

/** The keys between those that stand still, which are left out. */
function gaps(keys: readonly string[], isStill: (key: string) => boolean): string[][] {
  const lists: string[][] = [[]]
  for (const key of keys) {
    if (isStill(key)) lists.push([])
    else lists.at(-1)?.push(key)
  }
  return lists
}
