import { isWithoutOwner } from '#src/features/organization/core/ownership.ts'
import type { OrganizationUnit } from '#src/features/organization/core/units.ts'
import type { Extension } from './extensions.ts'
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

/** A request for more time is answered before the sheet goes to another section: else nobody would hear of the answer. */
export const waitsForAnswer = ({ unitId }: Pick<RequestSheet, 'unitId'>, extensions: readonly Extension[]) =>
  extensions.some((one) => one.state === 'asked' && one.unitId === unitId)
