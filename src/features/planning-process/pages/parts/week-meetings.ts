import { decisionKindLabels, numberWords, whenWords } from '#src/features/deliberation/core/meetings.ts'
import { permissions } from '#src/features/deliberation/core/permissions.ts'
import { getMeeting, listBodies, listMeetings } from '#src/features/deliberation/store/queries.ts'
import { addDays } from '#src/lib/japanese/business-days.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { Span } from '../../core/schedule.ts'
import { isWithin } from '../../core/week.ts'

export type WeekMeetings = {
  decisions: { id: string; by: string; kind: string; words: string; href: string }[]
  next: { id: string; name: string; when: string; topics: string; href: string }[]
}

/** How far ahead the next meetings are looked for. */
const daysAhead = 28

/** What was decided in the meetings of a week, and which meetings come next after it (or after today). */
export async function meetingsAround(
  context: Context,
  { week, today }: { week: Span; today: string },
): Promise<WeekMeetings> {
  if (!mayDo(context.actor, permissions, 'read-meetings')) return { decisions: [], next: [] }
  const bodies = new Map((await listBodies(context)).map(({ id, name }) => [id, name]))
  const meetings = (await listMeetings(context)).toReversed()
  const nameOf = (meeting: (typeof meetings)[number]) =>
    `${bodies.get(meeting.bodyId) ?? ''} ${numberWords(meeting)}`
  const decisions: WeekMeetings['decisions'] = []
  for (const meeting of meetings.filter(({ heldOn }) => isWithin(week, heldOn)))
    for (const { id, kind, text } of (await getMeeting(context, meeting.id)).decisions)
      decisions.push({
        id,
        by: nameOf(meeting),
        kind: decisionKindLabels[kind],
        words: text,
        href: `/staff/meetings/${meeting.id}#${id}`,
      })
  const from = today > week.start ? today : week.start
  const coming = { start: from, end: addDays(from, daysAhead) }
  const next: WeekMeetings['next'] = []
  for (const meeting of meetings.filter(
    ({ heldOn, state }) => isWithin(coming, heldOn) && (state === 'draft' || state === 'called'),
  )) {
    const { agenda } = await getMeeting(context, meeting.id)
    next.push({
      id: meeting.id,
      name: nameOf(meeting),
      when: whenWords(meeting) + (meeting.state === 'draft' ? '（準備中）' : ''),
      topics: agenda.map(({ title }) => title).join('、'),
      href: `/staff/meetings/${meeting.id}`,
    })
  }
  return { decisions, next }
}
