import type { Owner } from '#src/features/organization/core/ownership.ts'
import type { SheetField } from './fields.ts'
import { isSectionRole } from './permissions.ts'
import type { RequestSheet } from './sheets.ts'
import { namedIn } from './views/relation-view.ts'
import { fieldFor } from './views/round-view.ts'

type Named = {
  sheet: RequestSheet
  fields: readonly SheetField[]
  units: readonly { id: string; name: string }[]
}

/** 関係課: the units the sheet names in its field of that name, as it stands now. Other fields name nobody. */
export function relatedUnitIds({ sheet, fields, units }: Named): string[] {
  const field = fieldFor(fields, 'support', 'supportUnits')
  return field ? namedIn(sheet.answers[field.id] ?? '', units).filter((id) => id !== sheet.unitId) : []
}

/** A section reads the sent sheet of another one that names it. It never writes an answer there. */
export function mayReadAsRelated(owner: Owner, named: Named): boolean {
  const { sheet } = named
  if (sheet.state === 'draft' || !owner.roles.some(isSectionRole) || owner.unitIds.has(sheet.unitId))
    return false
  return relatedUnitIds(named).some((id) => owner.unitIds.has(id))
}

/** From the moment it is asked until it is accepted: a section that is named can speak while the answer is being written. */
export const mayCommentAsRelated = ({ state }: Pick<RequestSheet, 'state'>) =>
  state === 'sent' || state === 'answered' || state === 'returned'
