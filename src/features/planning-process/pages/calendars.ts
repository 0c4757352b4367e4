import { getOwnAccount } from '#src/features/organization/store/account-queries.ts'
import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { writeCalendar } from '#src/lib/calendar/write-calendar.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { type Download, page } from '#src/platform/page.ts'
import { permissions } from '../core/permissions.ts'
import type { PlanningProcess, Task } from '../core/schedule.ts'
import { scheduleRows } from '../core/schedule-csv.ts'
import { scheduleEvents } from '../core/schedule-events.ts'
import { findFeedOwner, findPublicSchedule, findSchedule } from '../store/queries.ts'

/** The public schedule as an open table. */
export const scheduleCsv = page('/process/tasks.csv', {
  audience: 'public',
  async show(context) {
    const schedule = found(await findPublicSchedule(context), '公開された工程')
    return {
      file: writeCsv(scheduleRows(schedule)),
      contentType: 'text/csv; charset=utf-8',
      fileName: '工程.csv',
    }
  },
})

/** Public events, for everybody's calendar. */
export const publicCalendar = page('/process/calendar.ics', {
  audience: 'public',
  async show(context, { site }) {
    const { process, tasks } = found(await findPublicSchedule(context), '公開された工程')
    return calendarFile({ process, tasks, site, address: () => `${site}/process` })
  },
})

/** One person's calendar under its secret address: the tasks of their unit as they are today, while the account is in use. */
export const secretCalendar = page('/process/calendar/:token', {
  audience: 'anyone',
  async show(context, { params: { token }, site }) {
    const reader = found(await readerOf(context, token), '予定表')
    const { process, tasks } = found(await findSchedule(reader), '策定の工程')
    const { unitIds } = await getOwner(reader)
    const own = tasks.filter(
      ({ kind, isPublic, ownerUnitId }) =>
        (ownerUnitId !== undefined && unitIds.has(ownerUnitId)) || (kind === 'milestone' && isPublic),
    )
    return calendarFile({
      process,
      tasks: own,
      site,
      address: ({ id }) => `${site}/staff/process/tasks/${id}`,
    })
  },
})

/** Whoever the address belongs to, with the roles they have today; nobody when the account was stopped. */
async function readerOf(context: Context, token: string): Promise<Context | undefined> {
  const accountId = await findFeedOwner(context, token)
  if (!accountId) return undefined
  const account = await getOwnAccount({ ...context, actor: { id: accountId, roles: ['viewer'] } })
  const { roles, unitId, state } = account
  const actor = { id: accountId, roles, ...(unitId ? { unitId } : {}) }
  return state === 'active' && mayDo(actor, permissions, 'subscribe-calendar')
    ? { ...context, actor }
    : undefined
}

type CalendarFile = {
  process: PlanningProcess
  tasks: readonly Task[]
  site: string
  address: (task: Task) => string
}

function calendarFile({ process, tasks, site, address }: CalendarFile): Download {
  const events = scheduleEvents(tasks, address)
  const stampedAt = new Date(`${process.startsOn}T00:00:00Z`)
  return {
    file: writeCalendar({ name: process.title, host: new URL(site).hostname, stampedAt, events }),
    contentType: 'text/calendar; charset=utf-8',
    fileName: '策定の予定.ics',
  }
}
