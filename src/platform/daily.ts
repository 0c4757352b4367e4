import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from './context.ts'
import { inTransaction } from './database/transaction.ts'
import type { Log } from './log.ts'

/** What a feature does once a day: after the last day on which it was done, up to today. Database only. */
export type DailyWork = (context: Context, day: DailyVisit) => Promise<void>
export type DailyVisit = { after: string; today: string; site: string; folder: string }

type Daily = {
  works: readonly { id: string; run: DailyWork }[]
  contextNow: () => Context
  site: string
  folder: string
  log: Log
  /** After work was done: there may be mails to send. */
  wake: () => void
}

const pauseMilliseconds = 60_000
/** From this hour of Asia/Tokyo on. */
const fromHour = 8

/** Does the daily work of the features, each once a day whatever the number of processes, for as long as this one runs. */
export function startDaily(daily: Daily) {
  let busy = Promise.resolve()
  const look = () => {
    busy = busy.then(async () => {
      const hour = (daily.contextNow().now.getUTCHours() + 9) % 24
      if (hour < fromHour) return
      for (const work of daily.works) {
        await doToday(daily, work).catch((error) => daily.log.failure(`daily ${work.id}`, error))
      }
    })
    return busy
  }
  const timer = setInterval(look, pauseMilliseconds)
  timer.unref()
  return {
    look,
    async stop() {
      clearInterval(timer)
      await busy
    },
  }
}

async function doToday(daily: Daily, { id, run }: Daily['works'][number]) {
  const { site, folder } = daily
  const isDone = await inTransaction(daily.contextNow(), async (context) => {
    const today = tokyoDay(context.now)
    const known = await context.db
      .selectFrom('dailyWorks')
      .select('day')
      .where('id', '=', id)
      .executeTakeFirst()
    if (known && known['day'] >= today) return false
    const yesterday = tokyoDay(new Date(context.now.getTime() - 24 * 60 * 60_000))
    await run(context, { after: known?.['day'] ?? yesterday, today, site, folder })
    await context.db
      .insertInto('dailyWorks')
      .values({ id, day: today })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ day: today }))
      .execute()
    return true
  })
  if (isDone) daily.wake()
}
