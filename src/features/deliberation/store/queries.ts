import { z } from 'zod'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { type Body, inRosterOrder, type Membership, sitsOn } from '../core/bodies.ts'
import type { Erratum } from '../core/errata.ts'
import type { AgendaItem, Attendance, Decision, Meeting } from '../core/meetings.ts'
import type { Paper } from '../core/papers.ts'
import { permissions } from '../core/permissions.ts'
import type { PresenceChange, WrittenAnswer } from '../core/presence.ts'
import { readErrata, readPapers } from './queries-papers.ts'
import { readAgendas, readAttendances, readDecisions } from './queries-parts.ts'
import { readPresenceChanges, readWrittenAnswers } from './queries-presence.ts'
import { tables } from './tables.ts'

const seats = z.array(z.object({ category: z.string(), count: z.number() }))

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

export type MeetingWithTopics = Meeting & { topics: string }

/** The same with the titles of their agenda. */
export async function listMeetingsWithTopics(context: Context): Promise<MeetingWithTopics[]> {
  return withTopics(context, await listMeetings(context))
}

export async function withTopics(
  context: Context,
  meetings: readonly Meeting[],
): Promise<MeetingWithTopics[]> {
  const ids = meetings.map(({ id }) => id)
  const agendas = await readAgendas(context, ids)
  const topicsOf = (id: string) => (agendas.get(id) ?? []).map(({ title }) => title).join('、')
  return meetings.map((meeting) => ({ ...meeting, topics: topicsOf(meeting.id) }))
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
  const meeting = (await readMeetings(context)).find(({ id }) => id === meetingId)
  const [file] = await readMeetingFiles(context, [found(meeting, '会議')])
  return found(file, '会議')
}

/** Some meetings with all that belongs to them: the same number of queries for one as for hundreds. */
export async function readMeetingFiles(
  context: Context,
  meetings: readonly Meeting[],
): Promise<MeetingFile[]> {
  const ids = meetings.map(({ id }) => id)
  const bodies = new Map((await listBodies(context)).map((body) => [body.id, body]))
  const members = Map.groupBy(await listMembers(context), ({ bodyId }) => bodyId)
  const agendas = await readAgendas(context, ids)
  const papers = await readPapers(context, ids)
  const attendances = await readAttendances(context, ids)
  const decisions = await readDecisions(context, ids)
  const errata = await readErrata(context, ids)
  const changes = await readPresenceChanges(context, ids)
  const answers = await readWrittenAnswers(context, ids)
  return meetings.map((meeting) => ({
    meeting,
    body: found(bodies.get(meeting.bodyId), '会議体'),
    members: (members.get(meeting.bodyId) ?? []).filter((member) => sitsOn(member, meeting.heldOn)),
    agenda: agendas.get(meeting.id) ?? [],
    papers: papers.get(meeting.id) ?? [],
    attendance: attendances.get(meeting.id) ?? [],
    decisions: decisions.get(meeting.id) ?? [],
    errata: errata.get(meeting.id) ?? [],
    changes: changes.get(meeting.id) ?? [],
    answers: answers.get(meeting.id) ?? [],
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
