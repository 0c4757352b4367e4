import { isWithoutOwner } from '#src/features/organization/core/ownership.ts'
import type { OrganizationUnit } from '#src/features/organization/core/units.ts'
import type { RequestSheet } from './sheets.ts'

/**
 * 引き継ぐ課が決まっていない: sheets with work left in them whose unit was split or abolished. Nobody but the secretariat has
 * them until it names a section for each.
 */
export const ownerlessSheets = (
  sheets: readonly RequestSheet[],
  units: readonly OrganizationUnit[],
  day: string,
): RequestSheet[] =>
  sheets.filter(({ unitId, state }) => state !== 'accepted' && isWithoutOwner(units, unitId, day))
