import { meetingNamer } from '#src/features/deliberation/core/meetings.ts'
import { permissions as meetingPermissions } from '#src/features/deliberation/core/permissions.ts'
import { listBodies, listMeetings } from '#src/features/deliberation/store/queries.ts'
import { listSessions } from '#src/features/deliberation/store/queries-sessions.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { page } from '#src/platform/page.ts'
import { monthWords } from '../core/labels.ts'
import { latenessOf } from '../core/lateness.ts'
import { isMonth, type MonthEntry, monthAfter, sessionEntries, taskEntries, weeksOf } from '../core/month.ts'
import { type Task, taskStateLabels } from '../core/schedule.ts'
import { findSchedule } from '../store/queries.ts'
import { MonthTable } from '../views/month-table.tsx'
import { NoProcess, ProcessTabs, processCrumb, taskAddress } from './parts/process-tabs.tsx'

const here = '/staff/process/month'

/** 月の予定: the days of one month with meetings, milestones, and what begins and ends. */
export const monthPage = page(here, {
  audience: 'staff',
  async show(context, { url }) {
    const schedule = await findSchedule(context)
    if (!schedule) return { title: '月の予定', body: <NoProcess actor={context.actor} /> }
    const today = tokyoDay(context.now)
    const asked = url.searchParams.get('month') ?? ''
    const month = isMonth(asked) ? asked : today.slice(0, 7)
    const remarkOf = (task: Task) => (latenessOf(task, today) ? '遅れ' : taskStateLabels[task.state])
    const entries = [
      ...(await meetingEntries(context)),
      ...sessionEntries(await listSessions(context), '/staff/bills/sessions'),
      ...taskEntries(schedule.tasks, { addressOf: ({ id }) => taskAddress(id), remarkOf }),
    ]
    const words = monthWords(`${month}-01`)
    return {
      title: `${words}の予定`,
      crumbs: [processCrumb],
      printLine: `${schedule.process.title}　${words}の予定`,
      body: (
        <>
          <div class="sb-title">
            <h1>{words}の予定</h1>
          </div>
          <ProcessTabs actor={context.actor} current={here} />
          <nav class="l-cluster l-gap sb-noprint" aria-label="月を選ぶ">
            <a href={`${here}?month=${monthAfter(month, -1)}`} rel="prev">
              前の月（{monthWords(`${monthAfter(month, -1)}-01`)}）
            </a>
            {month !== today.slice(0, 7) && <a href={here}>今月</a>}
            <a href={`${here}?month=${monthAfter(month, 1)}`} rel="next">
              次の月（{monthWords(`${monthAfter(month, 1)}-01`)}）
            </a>
          </nav>
          <MonthTable caption={`${words}の予定`} weeks={weeksOf(month, entries)} today={today} />
        </>
      ),
    }
  },
})

/** Meetings that were not cancelled, for those who may read them. */
async function meetingEntries(context: Context): Promise<MonthEntry[]> {
  if (!mayDo(context.actor, meetingPermissions, 'read-meetings')) return []
  const nameOf = meetingNamer(await listBodies(context))
  return (await listMeetings(context))
    .filter(({ state }) => state !== 'cancelled')
    .map((meeting) => ({
      id: meeting.id,
      day: meeting.heldOn,
      kind: 'meeting',
      title: nameOf(meeting),
      href: `/staff/meetings/${meeting.id}`,
      remark: meeting.isWritten ? '書面開催の締切' : meeting.startsAt,
    }))
}
