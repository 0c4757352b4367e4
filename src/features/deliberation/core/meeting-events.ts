import type { CalendarEvent } from '#src/lib/calendar/write-calendar.ts'
import type { AssemblySession } from './assembly-session.ts'
import { type Meeting, numberWords } from './meetings.ts'

type Sources = {
  meetings: readonly (Meeting & { topics: string })[]
  sessions: readonly AssemblySession[]
  nameOf: (bodyId: string) => string
  site: string
}

/** Meetings that were announced and the assembly's sessions as entries of a calendar. A cancelled meeting says so. */
export function meetingEvents({ meetings, sessions, nameOf, site }: Sources): CalendarEvent[] {
  const held = meetings.map((meeting): CalendarEvent => {
    const { id, heldOn, place, topics, state, isWritten } = meeting
    const name = `${nameOf(meeting.bodyId)} ${numberWords(meeting)}`
    const hours = isWritten ? undefined : hoursOf(meeting)
    return {
      id,
      title: isWritten ? `${name}（書面開催の締切）` : name,
      firstDay: heldOn,
      lastDay: heldOn,
      ...(hours && { hours }),
      ...(place && !isWritten && { place }),
      isCancelled: state === 'cancelled',
      description: topics,
      url: `${site}/meetings/${id}`,
    }
  })
  const sitting = sessions.map(({ id, bodyId, name, startsOn, endsOn }) => ({
    id,
    title: `${nameOf(bodyId)} ${name}`,
    firstDay: startsOn,
    lastDay: endsOn,
    url: `${site}/meetings/bodies/${bodyId}`,
  }))
  return [...held, ...sitting]
}

/** A meeting past midnight is shown until the end of its day. */
function hoursOf({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>) {
  if (!startsAt) return undefined
  return { startsAt, endsAt: endsAt && endsAt <= startsAt ? '23:59' : endsAt }
}
