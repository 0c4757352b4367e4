import { byId, hasEnded, isValidOn, type OrganizationUnit } from './units.ts'

/** A unit that answers today for the work of one that has ended; `scope` says for which part of it. */
export type Heir = { unit: OrganizationUnit; scope: string }

/**
 * Who answers on a day for the work of a unit that has ended, at the end of the whole chain of reorganizations.
 *
 * None: abolished, or it has not ended. One: renamed or merged. Several: it was split, and a person must choose for each
 * plan item which of them (組織改編では、分割は人が項目ごとに決める). Branches that meet again in one unit count once.
 */
export function successorsOf(units: readonly OrganizationUnit[], unitId: string, day: string): Heir[] {
  const known = byId(units)
  const scopes = new Map<string, Set<string>>()
  const follow = (id: string, scope: readonly string[], way: readonly string[]) => {
    const unit = known.get(id)
    if (!unit || way.includes(id)) return
    if (!hasEnded(unit, day)) {
      if (id === unitId) return
      scopes.set(id, (scopes.get(id) ?? new Set()).add(scope.join(' › ') || 'all'))
      return
    }
    for (const next of unit.successors) {
      follow(next.unitId, next.scope === 'all' ? scope : [...scope, next.scope], [...way, id])
    }
  }
  follow(unitId, [], [])
  return [...scopes].flatMap(([id, all]) => {
    const unit = known.get(id)
    return unit ? [{ unit, scope: all.has('all') ? 'all' : [...all].join('、') }] : []
  })
}

/** The units a unit took over from directly. */
export const predecessorsOf = (units: readonly OrganizationUnit[], unitId: string): Heir[] =>
  units.flatMap((unit) => {
    const taken = unit.successors.find((successor) => successor.unitId === unitId)
    return taken ? [{ unit, scope: taken.scope }] : []
  })

/** What became of a unit by a day. */
export type CurrentUnit =
  | { state: 'valid' | 'coming'; unit: OrganizationUnit }
  | { state: 'succeeded'; unit: OrganizationUnit; former: OrganizationUnit }
  | { state: 'split'; heirs: Heir[]; former: OrganizationUnit }
  | { state: 'abolished'; former: OrganizationUnit }
  | { state: 'unknown' }

/** The unit that answers on a day for what was once given to `unitId`; a split one must be resolved by a person. */
export function currentUnitOf(units: readonly OrganizationUnit[], unitId: string, day: string): CurrentUnit {
  const former = units.find(({ id }) => id === unitId)
  if (!former) return { state: 'unknown' }
  if (isValidOn(former, day)) return { state: 'valid', unit: former }
  if (!hasEnded(former, day)) return { state: 'coming', unit: former }
  const heirs = successorsOf(units, unitId, day)
  const [heir, ...more] = heirs
  if (!heir) return { state: 'abolished', former }
  return more.length > 0 ? { state: 'split', heirs, former } : { state: 'succeeded', unit: heir.unit, former }
}

/** The unit that took over all of an ended unit's work alone (改名・統合); undefined where it goes on, was split or abolished. */
export function heirAloneOf(
  units: readonly OrganizationUnit[],
  unitId: string,
  day: string,
): OrganizationUnit | undefined {
  const current = currentUnitOf(units, unitId, day)
  return current.state === 'succeeded' ? current.unit : undefined
}

/** The name pages show on a day for a unit a document speaks of: こども未来課（旧：こども課）. Unknown ids have none. */
export function unitNameOn(
  units: readonly OrganizationUnit[],
  unitId: string,
  day: string,
): string | undefined {
  const current = currentUnitOf(units, unitId, day)
  switch (current.state) {
    case 'valid':
    case 'coming':
      return current.unit.name
    case 'succeeded': {
      const { unit, former } = current
      return unit.name === former.name ? unit.name : `${unit.name}（旧：${former.name}）`
    }
    case 'split':
      return `${current.former.name}（現在：${current.heirs.map(({ unit }) => unit.name).join('・')}）`
    case 'abolished':
      return `${current.former.name}（廃止）`
    case 'unknown':
      return undefined
  }
}
