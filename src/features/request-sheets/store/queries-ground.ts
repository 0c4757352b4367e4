import { isValidOn } from '#src/features/organization/core/units.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Ground, openQuestionsOf } from '../core/asked-sheets.ts'
import { permissions } from '../core/permissions.ts'
import type { SheetTemplate } from '../core/sheet-templates.ts'
import { listRounds, listSheets } from './queries.ts'

/** What the sheets of a new round are made from: the plan, the units of today, and the last accepted answers. */
export async function getGround(
  context: Context,
  { fields, sheetType }: Pick<SheetTemplate, 'fields' | 'sheetType'>,
): Promise<Ground> {
  authorize(context, permissions, 'make-round')
  const plan = await findPrimaryPlan(context)
  const rounds = await listRounds(context)
  const sheets = await listSheets(context)
  const order = new Map(rounds.map(({ id }, at) => [id, at]))
  const same = new Set(rounds.filter((round) => round.sheetType === sheetType).map(({ id }) => id))
  const asked = sheets.flatMap((sheet) => {
    const round = rounds.find(({ id }) => id === sheet.roundId)
    return round?.sentAt && round.sheetType !== 'hearing' ? [{ sheet, fields: round.fields }] : []
  })
  return {
    plan: plan && (await getPlanDocument(context, plan.id)),
    units: await listUnits(context),
    day: tokyoDay(context.now),
    fields,
    before: sheets
      .filter(({ state, roundId }) => state === 'accepted' && same.has(roundId))
      .sort((a, b) => (order.get(a.roundId) ?? 0) - (order.get(b.roundId) ?? 0)),
    openQuestions: openQuestionsOf(asked),
  }
}

/** The sections (課・室) there are today. */
export async function listSections(context: Context) {
  const today = tokyoDay(context.now)
  const units = await listUnits(context, { on: today })
  return units.filter((unit) => (unit.kind === 'section' || unit.kind === 'office') && isValidOn(unit, today))
}
