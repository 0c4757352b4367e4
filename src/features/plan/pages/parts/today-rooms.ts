import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import type { Asking, RoomToday } from '../../core/today.ts'
import { commentsToday } from './today-comments.ts'
import { meetingsToday } from './today-meetings.ts'
import { processToday } from './today-process.ts'
import { sheetsToday } from './today-sheets.ts'

/** All rooms, each as far as the person may read it. */
export async function roomsToday(context: Context): Promise<RoomToday & { asking: Asking }> {
  const today = tokyoDay(context.now)
  const [owner, units] = [await getOwner(context), await listUnits(context)]
  const asking: Asking = {
    today,
    owner,
    isSecretariat: owner.roles.includes('secretariat'),
    unitName: (unitId) => unitNameOn(units, unitId, today) ?? '',
  }
  const rooms = [
    await sheetsToday(context, asking),
    await commentsToday(context, asking),
    await meetingsToday(context, asking),
    await processToday(context, asking),
  ]
  return {
    asking,
    figures: rooms.flatMap(({ figures }) => figures),
    work: rooms.flatMap(({ work }) => work),
    days: rooms.flatMap(({ days }) => days),
  }
}
