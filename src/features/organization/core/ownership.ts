import type { Role } from '#src/lib/permissions.ts'
import { heirAloneOf } from './succession.ts'
import { hasEnded, type OrganizationUnit } from './units.ts'

/** 担当: who asks, with all units whose work is theirs today. It decides wherever something belongs to a section. */
export type Owner = { roles: readonly Role[]; unitIds: ReadonlySet<string> }

/**
 * The unit itself and every unit whose work it took over alone by a day (改名・統合), so that what was begun under the old
 * name stays in hand. What a unit owned that was split belongs to no heir until a person decides it.
 */
export const unitsOwnedBy = (
  units: readonly OrganizationUnit[],
  unitId: string,
  day: string,
): ReadonlySet<string> =>
  new Set([unitId, ...units.flatMap(({ id }) => (heirAloneOf(units, id, day)?.id === unitId ? id : []))])

/** Whether a unit ended and nobody took over alone: what it owned waits until the secretariat names a section. */
export const isWithoutOwner = (units: readonly OrganizationUnit[], unitId: string, day: string) =>
  units.some((unit) => unit.id === unitId && hasEnded(unit, day)) && !heirAloneOf(units, unitId, day)
