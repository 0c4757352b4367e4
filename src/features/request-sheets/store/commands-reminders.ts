import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { listAddressees } from '#src/features/organization/store/queries-addressees.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import type { DailyWork } from '#src/platform/daily.ts'
import { queueMail } from '#src/platform/mail/outbox.ts'
import { openSealer, type Sealer } from '#src/platform/sealing.ts'
import { permissions } from '../core/permissions.ts'
import { lateSheets, sheetReminder, sheetsToRemind } from '../core/sheet-reminders.ts'
import type { RequestSheet } from '../core/sheets.ts'
import { listRounds, listSheets } from './queries.ts'

type Way = { site: string; sealer: Sealer }

/** 督促を送る: to the sections whose sheets of a round are late. Returns how many sections there is nobody to write to. */
export const remindLate = command(
  permissions,
  'remind-sections',
  async (context, { roundId, ...way }: Way & { roundId: string }) => {
    const late = lateSheets(await listSheets(context, { roundId }), tokyoDay(context.now))
    return queueReminders(context, late, way)
  },
)

/** The reminders of a day: before the deadline, on it, and after it. */
export const remindDue = command(
  permissions,
  'remind-sections',
  async (context, { after, today, ...way }: Way & { after: string; today: string }) =>
    queueReminders(context, sheetsToRemind(await listSheets(context), { after, today }), way),
)

/** Every morning, by the system itself in the place of the secretariat. */
export const remindDaily: DailyWork = async (context, { after, today, site, folder }) => {
  const secretariat = {
    ...context,
    actor: { id: 'system', roles: ['secretariat' as const] },
    source: 'daily',
  }
  await remindDue(secretariat, { after, today, site, sealer: openSealer(folder) })
}

/** One mail a person of each section about all its sheets. */
async function queueReminders(context: Context, sheets: readonly RequestSheet[], { site, sealer }: Way) {
  if (sheets.length === 0) return 0
  const titles = new Map((await listRounds(context)).map(({ id, title }) => [id, title]))
  const units = await listUnits(context)
  const people = (await listAddressees(context)).filter(({ roles }) =>
    roles.some((role) => role === 'section-editor' || role === 'section-approver'),
  )
  const today = tokyoDay(context.now)
  let unreached = 0
  for (const [unitId, own] of Map.groupBy(sheets, (sheet) => sheet.unitId)) {
    const unit = unitNameOn(units, unitId, today) ?? '担当課'
    const mail = sheetReminder({ unit, sheets: own, titles, today, site })
    const section = people.filter((person) => person.unitId === unitId)
    if (section.length === 0) unreached++
    for (const { email } of section) await queueMail(context, sealer, { ...mail, to: email, recipient: unit })
  }
  return unreached
}
