import { hasApprovedAnswers } from '#src/features/request-sheets/core/sheets.ts'
import { listRounds, listSheets } from '#src/features/request-sheets/store/queries.ts'
import { addDays } from '#src/lib/japanese/business-days.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { appointMember } from '../store/commands-bodies.ts'
import { laySheets } from '../store/commands-laid-sheets.ts'

const mostSheets = 3

/** A subcommittee with two invented members and the approved sheets it was given. */
export async function giveSheets(context: Context, bodyId: string) {
  const today = tokyoDay(context.now)
  for (const [name, office] of [
    ['例示 八重', '部会長'],
    ['例示 九郎', ''],
  ] as const) {
    const post = { affiliation: '部長（架空）', category: '部長', validFrom: addDays(today, -400) }
    await appointMember(context, { bodyId, name, office, ...post, validTo: undefined })
  }
  const round = (await listRounds(context)).find(({ sheetType }) => sheetType === 'target')
  if (!round) return
  const sheetIds = (await listSheets(context, { roundId: round.id }))
    .filter(hasApprovedAnswers)
    .map(({ id }) => id)
    .slice(0, mostSheets)
  if (sheetIds.length > 0) await laySheets(context, { bodyId, sheetIds, commentUntil: addDays(today, 14) })
}
