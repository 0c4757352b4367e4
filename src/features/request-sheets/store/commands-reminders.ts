import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import type { DailyWork } from '#src/platform/daily.ts'
import { openSealer } from '#src/platform/sealing.ts'
import { permissions } from '../core/permissions.ts'
import { lateSheets, sheetReminder, sheetsForHeads, sheetsToRemind } from '../core/sheet-reminders.ts'
import type { RequestSheet } from '../core/sheets.ts'
import { purgeDrafts } from './commands-drafts.ts'
import { listRounds, listSheets } from './queries.ts'
import { headOnly, type MailWay, mailSections, wholeSection } from './section-mail.ts'

/** 督促を送る: to the sections whose sheets of a round are late. Returns how many sections there is nobody to write to. */
export const remindLate = command(
  permissions,
  'remind-sections',
  async (context, { roundId, ...way }: MailWay & { roundId: string }) => {
    const late = lateSheets(await listSheets(context, { roundId }), tokyoDay(context.now))
    return queueReminders(context, { sheets: late, forHeads: [] }, way)
  },
)

/** The reminders of a day: before the deadline, on it, and after it; at last to the heads alone. */
export const remindDue = command(
  permissions,
  'remind-sections',
  async (context, { after, today, ...way }: MailWay & { after: string; today: string }) => {
    const all = await listSheets(context)
    const sheets = sheetsToRemind(all, { after, today })
    return queueReminders(context, { sheets, forHeads: sheetsForHeads(all, { after, today }) }, way)
  },
)

/** Every morning, by the system itself in the place of the secretariat: reminders, and drafts nobody can save any more. */
export const everyMorning: DailyWork = async (context, { after, today, site, folder }) => {
  const secretariat = {
    ...context,
    actor: { id: 'system', roles: ['secretariat' as const] },
    source: 'daily',
  }
  await remindDue(secretariat, { after, today, site, sealer: openSealer(folder) })
  await purgeDrafts(secretariat)
}

type Due = { sheets: readonly RequestSheet[]; forHeads: readonly RequestSheet[] }

/** One mail a person of each section about all its sheets: who hears as head has the others in the same mail. */
async function queueReminders(context: Context, { sheets, forHeads }: Due, way: MailWay) {
  const titles = new Map((await listRounds(context)).map(({ id, title }) => [id, title]))
  const today = tokyoDay(context.now)
  const byUnit = Map.groupBy([...sheets, ...forHeads], ({ unitId }) => unitId)
  const letters = [...byUnit].map(([unitId, own]) => {
    const isForHead = own.every((sheet) => !sheets.includes(sheet))
    return {
      unitId,
      to: isForHead ? headOnly : wholeSection,
      words: (unit: string) => sheetReminder({ unit, sheets: own, titles, today, site: way.site, isForHead }),
    }
  })
  return mailSections(context, letters, way)
}
