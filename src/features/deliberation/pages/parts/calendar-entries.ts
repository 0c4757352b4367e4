import {
  type MonthEntry,
  monthAfter,
  monthsOf,
  sessionEntries,
  taskEntries,
} from '#src/features/planning-process/core/month.ts'
import { taskStateLabels } from '#src/features/planning-process/core/schedule.ts'
import { findPublicSchedule } from '#src/features/planning-process/store/queries.ts'
import type { Context } from '#src/platform/context.ts'
import { clockWords, type Meeting, meetingNamer } from '../../core/meetings.ts'
import { listBodies, todayOf } from '../../store/queries.ts'
import { listPublicMeetings } from '../../store/queries-public.ts'
import { listSessions } from '../../store/queries-sessions.ts'

/** What residents see in the calendar: meetings from their call on, sessions of the assembly, the public schedule. */
export async function publicEntries(context: Context): Promise<MonthEntry[]> {
  const bodies = await listBodies(context)
  const nameOf = meetingNamer(bodies)
  const meetings = (await listPublicMeetings(context)).map((meeting) => ({
    id: meeting.id,
    day: meeting.heldOn,
    kind: 'meeting' as const,
    title: nameOf(meeting),
    href: `/meetings/${meeting.id}`,
    remark: remarkOf(meeting),
  }))
  const sessions = await listSessions(context)
  const schedule = await findPublicSchedule(context)
  return [
    ...meetings,
    ...bodies.flatMap(({ id }) =>
      sessionEntries(
        sessions.filter(({ bodyId }) => bodyId === id),
        `/meetings/bodies/${id}`,
      ),
    ),
    ...taskEntries(schedule?.tasks ?? [], {
      addressOf: () => '/process',
      remarkOf: ({ state }) => taskStateLabels[state],
    }),
  ]
}

function remarkOf({ state, isWritten, startsAt }: Meeting): string {
  if (state === 'cancelled') return '中止'
  if (isWritten) return '書面開催の締切'
  return startsAt ? clockWords(startsAt) : ''
}

const mostMonthsAhead = 36

/** The months that have a page: from the first entry to the last, and this one; nothing that lies years ahead. */
export function monthsWith(entries: readonly MonthEntry[], today: string): string[] {
  const last = monthAfter(today.slice(0, 7), mostMonthsAhead)
  return monthsOf([today, ...entries.map(({ day }) => day)]).filter((month) => month <= last)
}

export const publicMonths = async (context: Context): Promise<string[]> =>
  monthsWith(await publicEntries(context), todayOf(context))
