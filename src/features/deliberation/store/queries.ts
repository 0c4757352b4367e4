import { z } from 'zod'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { type Body, inRosterOrder, type Membership } from '../core/bodies.ts'
import type { Erratum } from '../core/errata.ts'
import type { AgendaItem, Attendance, Decision, Meeting } from '../core/meetings.ts'
import type { Paper } from '../core/papers.ts'
import { permissions } from '../core/permissions.ts'
import type { PresenceChange, WrittenAnswer } from '../core/presence.ts'
import { readErrata, readPapers } from './queries-papers.ts'
import { readPresence } from './queries-presence.ts'
import { tables } from './tables.ts'

const seats = z.array(z.object({ category: z.string(), count: z.number() }))
const ids = z.array(z.string())

/** Today in Japan, by which members sit and days run out. */
export const todayOf = (context: Context): string => tokyoDay(context.now)

/** Whoever may read: staff everything of the room, residents what the caller then leaves of it. */
function authorizeReading(context: Context) {
  if (mayDo(context.actor, permissions, 'read-meetings')) return
  authorize(context, permissions, 'read-public-meetings')
}

/** Every body (会議体) in the order of the organisation chart. Bodies are public. */
export async function listBodies(context: Context): Promise<Body[]> {
  authorizeReading(context)
  const rows = await tables(context)
    .selectFrom('deliberationBodies')
    .selectAll()
    .orderBy('order')
    .orderBy('id')
    .execute()
  return rows.map(({ openness, parentId, endedOn, ...row }) => ({
    ...row,
    endedOn: endedOn ?? undefined,
    parentId: parentId ?? undefined,
    isOpenByDefault: openness === 'open',
    seats: seats.parse(JSON.parse(row.seats)),
  }))
}

export async function getBody(context: Context, bodyId: string): Promise<Body> {
  return found(
    (await listBodies(context)).find(({ id }) => id === bodyId),
    '会議体',
  )
}

/** Members past and present, officers first, in the order they were appointed. Rosters are public. */
export async function listMembers(context: Context, bodyId?: string): Promise<Membership[]> {
  authorizeReading(context)
  const all = tables(context).selectFrom('memberships').selectAll()
  const rows = await (bodyId ? all.where('bodyId', '=', bodyId) : all).execute()
  const members = rows.map((row) => ({ ...row, validTo: row.validTo ?? undefined }))
  return inRosterOrder(members)
}

/** Every meeting, the latest first. Staff only: residents ask `listPublicMeetings`. */
export async function listMeetings(context: Context): Promise<Meeting[]> {
  authorize(context, permissions, 'read-meetings')
  return readMeetings(context)
}

export async function readMeetings(context: Context): Promise<Meeting[]> {
  const rows = await tables(context)
    .selectFrom('meetings')
    .selectAll()
    .orderBy('heldOn', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ confirmedById: _, gathering, ...row }) => ({
    ...row,
    isWritten: gathering === 'written',
    isTalk: gathering === 'talk',
    observerSeats: row.observerSeats ?? undefined,
    observerCount: row.observerCount ?? undefined,
    calledOn: row.calledOn ?? undefined,
    confirmedOn: row.confirmedOn ?? undefined,
    publishedAt: row.publishedAt ?? undefined,
    checkUntil: row.checkUntil ?? undefined,
    onlineOpensBefore: row.onlineOpensBefore ?? undefined,
    onlineReplacedOn: row.onlineReplacedOn ?? undefined,
  }))
}

export type MeetingFile = {
  meeting: Meeting
  body: Body
  members: Membership[]
  agenda: AgendaItem[]
  papers: Paper[]
  attendance: Attendance[]
  decisions: Decision[]
  changes: PresenceChange[]
  answers: WrittenAnswer[]
  errata: Erratum[]
}

/**
 * One meeting with all that belongs to it. Those who may not read closed items get neither their papers nor their
 * decisions, and no minutes before they are public.
 */
export async function getMeeting(context: Context, meetingId: string): Promise<MeetingFile> {
  authorize(context, permissions, 'read-meetings')
  const file = await readMeeting(context, meetingId)
  if (mayDo(context.actor, permissions, 'read-closed-minutes')) return file
  const closed = new Set(file.agenda.filter(({ isOpen }) => !isOpen).map(({ id }) => id))
  const isOpen = ({ agendaItemId }: { agendaItemId: string | undefined }) =>
    agendaItemId === undefined || !closed.has(agendaItemId)
  const published = file.meeting.state === 'published'
  return {
    ...file,
    agenda: file.agenda.map((item) => (published && item.isOpen ? item : { ...item, minutes: '' })),
    papers: file.papers.filter(isOpen),
    decisions: file.decisions.filter(isOpen),
    answers: [],
    errata: file.errata.filter(isOpen),
  }
}

export async function readMeeting(context: Context, meetingId: string): Promise<MeetingFile> {
  const meetings = await readMeetings(context)
  const meeting = found(
    meetings.find(({ id }) => id === meetingId),
    '会議',
  )
  const [body, members] = [await getBody(context, meeting.bodyId), await listMembers(context, meeting.bodyId)]
  return {
    meeting,
    body,
    members: members.filter(
      ({ validFrom, validTo }) =>
        validFrom <= meeting.heldOn && (validTo === undefined || validTo >= meeting.heldOn),
    ),
    agenda: await agendaOf(context, meetingId),
    papers: await readPapers(context, meetingId),
    attendance: await attendanceOf(context, meetingId),
    decisions: await decisionsOf(context, meetingId),
    errata: await readErrata(context, meetingId),
    ...(await readPresence(context, meetingId)),
  }
}

async function agendaOf(context: Context, meetingId: string): Promise<AgendaItem[]> {
  const rows = await tables(context)
    .selectFrom('agendaItems')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('order')
    .execute()
  return rows.map(({ openness, inquiryId, ...row }) => ({
    ...row,
    inquiryId: inquiryId ?? undefined,
    isOpen: openness === 'open',
  }))
}

async function attendanceOf(context: Context, meetingId: string): Promise<Attendance[]> {
  return tables(context)
    .selectFrom('attendances')
    .select(['membershipId', 'way', 'note'])
    .where('meetingId', '=', meetingId)
    .orderBy('membershipId')
    .execute()
}

async function decisionsOf(context: Context, meetingId: string): Promise<Decision[]> {
  const rows = await tables(context)
    .selectFrom('meetingDecisions')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    agendaItemId: row.agendaItemId ?? undefined,
    votesFor: row.votesFor ?? undefined,
    votesAgainst: row.votesAgainst ?? undefined,
    chairCasts: row.chairCasts ?? undefined,
    subjects: ids.parse(JSON.parse(row.subjects)),
  }))
}

/** Who recorded that the minutes are confirmed: somebody else publishes them. */
export async function confirmerOf(context: Context, meetingId: string): Promise<{ confirmedById: string }> {
  authorize(context, permissions, 'read-meetings')
  const row = await tables(context)
    .selectFrom('meetings')
    .select('confirmedById')
    .where('id', '=', meetingId)
    .executeTakeFirst()
  return found(row, '会議')
}
