import { isValidOn } from '#src/features/organization/core/units.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { type AskedSheet, measureSheets } from '../../core/measure-sheets.ts'
import type { SheetType } from '../../core/sheets.ts'

/** Who is asked about what: for targets each measure's lead unit, prefilled from the plan; otherwise the chosen sections. */
export async function askedSheets(
  context: Context,
  sheetType: SheetType,
  unitIds: readonly string[],
): Promise<AskedSheet[]> {
  if (sheetType !== 'target') {
    const chosen = (await sectionsOf(context)).filter(({ id }) => unitIds.includes(id))
    return chosen.map(({ id }) => ({ unitId: id, subjectId: undefined, subject: '課の全体', answers: {} }))
  }
  const plan = await findPrimaryPlan(context)
  if (!plan) return []
  const document = await getPlanDocument(context, plan.id)
  return measureSheets(document, await listUnits(context), tokyoDay(context.now))
}

/** The sections (課・室) there are today. */
export async function sectionsOf(context: Context) {
  const units = await listUnits(context, { on: tokyoDay(context.now) })
  return units.filter(
    (unit) => (unit.kind === 'section' || unit.kind === 'office') && isValidOn(unit, tokyoDay(context.now)),
  )
}
