import { z } from 'zod'
import { dayField, optionalDayField } from './read-day.ts'
import { byId, type OrganizationUnit, overlap, unitKinds } from './units.ts'

export const unitName = z
  .string()
  .trim()
  .min(1, '組織の名前を書いてください')
  .max(60, '名前は60字以内で書いてください')

/** What is entered about a unit. */
export const unitForm = z.object({
  name: unitName,
  kind: z.enum(unitKinds, '種類を選んでください'),
  parentId: z
    .string()
    .default('')
    .transform((id) => id || null),
  validFrom: dayField('設置の日'),
  validTo: optionalDayField('最後の日'),
})

export type UnitContent = Pick<OrganizationUnit, 'name' | 'kind' | 'parentId' | 'validFrom' | 'validTo'>

/** What is wrong with a new unit, or with the new content of a known one, by field. The command refuses the same. */
export function unitProblems(
  units: readonly OrganizationUnit[],
  given: UnitContent,
  unitId?: string,
): Record<string, string> {
  const problems: Record<string, string> = {}
  const { parentId, validFrom, validTo } = given
  if (parentId !== null && !units.some(({ id }) => id === parentId)) {
    problems['parentId'] = '上の組織を一覧から選んでください'
  }
  if (unitId && isBelow(units, parentId, unitId)) {
    problems['parentId'] = '自分や、自分の下の組織を、上の組織にはできません'
  }
  const twin = units.find((unit) => unit.id !== unitId && isTwin(unit, given))
  if (twin) problems['name'] = `「${twin.name}」は、同じ組織の下にすでにあります`
  if (validTo !== undefined && validTo < validFrom) {
    problems['validTo'] = '最後の日が、設置の日より前になっています'
  }
  const successors = units.find(({ id }) => id === unitId)?.successors ?? []
  if (validTo === undefined && successors.length > 0) {
    problems['validTo'] = '引き継ぎ先があるので、最後の日を書いてください'
  }
  return problems
}

/** Two units of one name below the same unit at the same time could not be told apart. */
const isTwin = (unit: OrganizationUnit, given: UnitContent) =>
  unit.name === given.name && unit.parentId === given.parentId && overlap(unit, given)

function isBelow(units: readonly OrganizationUnit[], parentId: string | null, unitId: string): boolean {
  const known = byId(units)
  let at = parentId
  for (let steps = 0; at !== null && steps <= units.length; steps++) {
    if (at === unitId) return true
    at = known.get(at)?.parentId ?? null
  }
  return false
}
