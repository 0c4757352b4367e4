import type { PlanSide } from './plan-side.ts'

/**
 * The items of both plans as one reads them: those of the newer plan, and each that is gone behind the one it
 * followed.
 */
export function readingOrder(before: PlanSide, after: PlanSide): string[] {
  const gone = new Map<string, string[]>()
  let previous = ''
  for (const key of orderIn(before)) {
    if (after.members.items.has(key)) previous = key
    else gone.set(previous, [...(gone.get(previous) ?? []), key])
  }
  return [...(gone.get('') ?? []), ...orderIn(after).flatMap((key) => [key, ...(gone.get(key) ?? [])])]
}

/** The items of one plan in the order of its tree, then those that no path leads to from the vision. */
function orderIn({ plan, members, below }: PlanSide): string[] {
  const seen = new Set<string>()
  const walk = (parentId: string) => {
    for (const key of below.items.get(parentId) ?? []) {
      if (seen.has(key)) continue
      seen.add(key)
      walk(key)
    }
  }
  walk(plan.concept.vision.id)
  const lost = [...members.items.keys()].filter((key) => !seen.has(key)).sort()
  return [...seen, ...lost]
}
