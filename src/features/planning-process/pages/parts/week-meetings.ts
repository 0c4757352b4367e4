import { decisionLog, type LoggedDecision } from '#src/features/deliberation/core/decision-log.ts'
import { meetingNamer, whenWords } from '#src/features/deliberation/core/meetings.ts'
import { permissions } from '#src/features/deliberation/core/permissions.ts'
import { refOfPlace } from '#src/features/deliberation/core/place-address.ts'
import {
  getMeeting,
  listBodies,
  listMeetings,
  listMeetingsWithTopics,
} from '#src/features/deliberation/store/queries.ts'
import { listBills } from '#src/features/deliberation/store/queries-bills.ts'
import { listInquiries } from '#src/features/deliberation/store/queries-inquiries.ts'
import { permissions as planPermissions } from '#src/features/plan/core/permissions.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { addDays } from '#src/lib/japanese/business-days.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { Span } from '../../core/schedule.ts'
import { isWithin } from '../../core/week.ts'

export type WeekDecision = Pick<LoggedDecision, 'id' | 'day' | 'by' | 'kind' | 'words'> & { href: string }
export type NextMeeting = { id: string; name: string; when: string; topics: string; href: string }

/**
 * 決まったこと of a week, the first first: in meetings (also written ones), questions of the mayor and reports to the mayor, bills
 * of the assembly, and what is recorded at the plan itself, such as the mayor's confirmation; as far as one may read each.
 */
export async function decisionsIn(context: Context, week: Span): Promise<WeekDecision[]> {
  const [logged, recorded] = [await loggedIn(context, week), await recordedIn(context, week)]
  const places = new Set(logged.flatMap(({ place }) => place))
  const own = recorded.filter(({ ref }) => ref === undefined || !places.has(ref))
  return [...logged, ...own]
    .map(({ id, day, by, kind, words, href }) => ({ id, day, by, kind, words, href }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

async function loggedIn(context: Context, week: Span): Promise<(WeekDecision & { place: string })[]> {
  if (!mayDo(context.actor, permissions, 'read-meetings')) return []
  const held = (await listMeetings(context)).filter(
    ({ heldOn, state }) => isWithin(week, heldOn) && state !== 'draft' && state !== 'cancelled',
  )
  const meetings = []
  for (const { id } of held) meetings.push(await getMeeting(context, id))
  const [inquiries, bills] = [await listInquiries(context), await listBills(context)]
  const log = decisionLog({ meetings, inquiries, bills, bodies: await listBodies(context) })
  const meetingOf = new Map(
    meetings.flatMap(({ meeting, decisions }) => decisions.map(({ id }) => [id, meeting.id])),
  )
  const isBill = new Set(bills.map(({ id }) => id))
  return log
    .filter(({ day }) => isWithin(week, day))
    .map(({ id, day, by, kind, words }) => {
      const meetingId = meetingOf.get(id)
      const inquiryId = id.replace(/-asked$/, '')
      const href = meetingId
        ? `/staff/meetings/${meetingId}#${id}`
        : isBill.has(id)
          ? `/staff/bills/${id}`
          : `/staff/inquiries/${inquiryId}`
      return { id, day, by, kind, words, href, place: refOfPlace(meetingId ?? id) }
    })
}

/** 決定 recorded at the plan in use: with a version of it, or with its priority measures. */
async function recordedIn(
  context: Context,
  week: Span,
): Promise<(WeekDecision & { ref: string | undefined })[]> {
  const plan = mayDo(context.actor, planPermissions, 'read-working-plan') && (await findPrimaryPlan(context))
  if (!plan) return []
  const { decisions } = await getPlanDocument(context, plan.id)
  return decisions
    .filter(({ date }) => isWithin(week, date))
    .map(({ id, kind, date: day, title, text, ref }) => ({
      id,
      day,
      by: kind,
      kind: title,
      words: text,
      ref,
      href: `/staff/versions/${plan.id}`,
    }))
}

/** How far ahead the next meetings are looked for. */
const daysAhead = 28

/** Which meetings come next after the beginning of a week (or after today). */
export async function meetingsAfter(
  context: Context,
  { week, today }: { week: Span; today: string },
): Promise<NextMeeting[]> {
  if (!mayDo(context.actor, permissions, 'read-meetings')) return []
  const nameOf = meetingNamer(await listBodies(context))
  const from = today > week.start ? today : week.start
  const coming = { start: from, end: addDays(from, daysAhead) }
  return (await listMeetingsWithTopics(context))
    .toReversed()
    .filter(({ heldOn, state }) => isWithin(coming, heldOn) && (state === 'draft' || state === 'called'))
    .map((meeting) => ({
      id: meeting.id,
      name: nameOf(meeting),
      when: whenWords(meeting) + (meeting.state === 'draft' ? '（準備中）' : ''),
      topics: meeting.topics,
      href: `/staff/meetings/${meeting.id}`,
    }))
}
