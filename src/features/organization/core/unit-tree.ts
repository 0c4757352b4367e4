import { predecessorsOf, successorsOf } from './succession.ts'
import { byId, hasEnded, isValidOn, type OrganizationUnit } from './units.ts'

/** A unit with those below it. `isHomeless`: the unit above is gone, and nobody has said which one it is now. */
export type UnitNode = { unit: OrganizationUnit; children: UnitNode[]; isHomeless: boolean }

/** The units valid on a day as a tree, in order. No unit is ever lost: what has no place stands at the top. */
export function unitTree(units: readonly OrganizationUnit[], day: string): UnitNode[] {
  const valid = units
    .filter((unit) => isValidOn(unit, day))
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
  const parentOf = parentsOn(units, day)
  const above = new Map(valid.map((unit) => [unit.id, parentOf(unit)]))
  const below = Map.groupBy(valid, ({ id }) => (isInCircle(id, above) ? null : (above.get(id) ?? null)))
  const nodesBelow = (parentId: string | null): UnitNode[] =>
    (below.get(parentId) ?? []).map((unit) => ({
      unit,
      children: nodesBelow(unit.id),
      isHomeless: parentId === null && unit.parentId !== null,
    }))
  return nodesBelow(null)
}

/**
 * The unit above on a day, following reorganizations: sections of a renamed department stand below the new one, and
 * below the old one on an earlier day. Null: at the top. Undefined: the one above is gone and no single one took over.
 */
export function parentsOn(units: readonly OrganizationUnit[], day: string) {
  const known = byId(units)
  return (unit: OrganizationUnit): string | null | undefined => {
    if (unit.parentId === null) return null
    const parent = known.get(unit.parentId)
    if (!parent) return undefined
    if (isValidOn(parent, day)) return parent.id
    const candidates = hasEnded(parent, day)
      ? successorsOf(units, parent.id, day).map((heir) => heir.unit)
      : earlierUnits(units, parent.id, day)
    const [only, ...others] = candidates.filter(({ id }) => id !== unit.id)
    return only && others.length === 0 && isValidOn(only, day) ? only.id : undefined
  }
}

/** The units valid on a day from which, over one or more reorganizations, a unit came. */
function earlierUnits(units: readonly OrganizationUnit[], unitId: string, day: string): OrganizationUnit[] {
  const found = new Map<string, OrganizationUnit>()
  const follow = (id: string, way: readonly string[]) => {
    if (way.includes(id)) return
    for (const { unit } of predecessorsOf(units, id)) {
      if (isValidOn(unit, day)) found.set(unit.id, unit)
      else follow(unit.id, [...way, id])
    }
  }
  follow(unitId, [])
  return [...found.values()]
}

function isInCircle(unitId: string, above: ReadonlyMap<string, string | null | undefined>): boolean {
  let at = above.get(unitId)
  for (let steps = 0; at && steps <= above.size; steps++) {
    if (at === unitId) return true
    at = above.get(at)
  }
  return false
}

/** The names from the top to a unit on a day: 保健福祉部／こども課. */
export function unitPath(units: readonly OrganizationUnit[], unit: OrganizationUnit, day: string): string {
  const known = byId(units)
  const names = [unit.name]
  const seen = new Set([unit.id])
  const parentOf = parentsOn(units, day)
  let at = parentOf(unit)
  while (at && !seen.has(at)) {
    seen.add(at)
    const parent = known.get(at)
    if (!parent) break
    names.unshift(parent.name)
    at = parentOf(parent)
  }
  return names.join('／')
}

/** The tree as a list from top to bottom, each unit with its depth: choices of a form, rows of a table. */
export function flattened(
  nodes: readonly UnitNode[],
  depth = 0,
): { unit: OrganizationUnit; depth: number }[] {
  return nodes.flatMap(({ unit, children }) => [{ unit, depth }, ...flattened(children, depth + 1)])
}

/** The units below the same unit as the given one, itself included, in order. */
export function siblingsOf(nodes: readonly UnitNode[], unitId: string): OrganizationUnit[] {
  if (nodes.some(({ unit }) => unit.id === unitId)) return nodes.map(({ unit }) => unit)
  for (const { children } of nodes) {
    const siblings = siblingsOf(children, unitId)
    if (siblings.length > 0) return siblings
  }
  return []
}
