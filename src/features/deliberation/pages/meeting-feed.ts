import { writeCalendar } from '#src/lib/calendar/write-calendar.ts'
import { page } from '#src/platform/page.ts'
import { meetingEvents } from '../core/meeting-events.ts'
import { listBodies } from '../store/queries.ts'
import { listPublicMeetings } from '../store/queries-public.ts'
import { listSessions } from '../store/queries-sessions.ts'

/** Meetings and the assembly's sessions for everybody's own calendar. */
export const meetingFeed = page('/meetings/calendar.ics', {
  audience: 'public',
  async show(context, { site }) {
    const [meetings, sessions] = [await listPublicMeetings(context), await listSessions(context)]
    const names = new Map((await listBodies(context)).map(({ id, name }) => [id, name]))
    const nameOf = (bodyId: string) => names.get(bodyId) ?? ''
    const lastCall = meetings
      .flatMap(({ calledOn }) => calledOn ?? [])
      .toSorted()
      .at(-1)
    return {
      file: writeCalendar({
        name: '会議の予定',
        host: new URL(site).hostname,
        stampedAt: new Date(`${lastCall ?? '2000-01-01'}T00:00:00Z`),
        events: meetingEvents({ meetings, sessions, nameOf, site }),
      }),
      contentType: 'text/calendar; charset=utf-8',
      fileName: '会議の予定.ics',
    }
  },
})
