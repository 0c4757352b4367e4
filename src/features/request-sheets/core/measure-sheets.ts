import { currentUnitOf } from '#src/features/organization/core/succession.ts'
import type { OrganizationUnit } from '#src/features/organization/core/units.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { prefillSheet } from './prefill-sheet.ts'
import { sheetTemplates } from './sheet-templates.ts'
import type { Answers } from './sheets.ts'

/** A sheet to be made: who is asked about what, with what is known filled in. */
export type AskedSheet = { unitId: string; subjectId: string | undefined; subject: string; answers: Answers }

/** One sheet a measure to the unit that leads it today; after a split or without a heir a person has to say who leads. */
export function measureSheets(
  plan: PlanDocument,
  units: readonly OrganizationUnit[],
  day: string,
): AskedSheet[] {
  return plan.items.flatMap((item) => {
    if (item.kind !== 'measure' || !item.lead) return []
    const current = currentUnitOf(units, item.lead, day)
    if (!('unit' in current)) return []
    const answers = prefillSheet(plan, item, sheetTemplates.target)
    return [{ unitId: current.unit.id, subjectId: item.id, subject: item.title, answers }]
  })
}
