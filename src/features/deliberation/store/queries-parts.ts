import { z } from 'zod'
import type { Context } from '#src/platform/context.ts'
import type { AgendaItem, Attendance, Decision } from '../core/meetings.ts'
import { tables } from './tables.ts'

/**
 * Agenda, attendance and decisions of some meetings at once, by meeting: one query each, however many meetings there are.
 * For the room itself: callers have looked who asks.
 */
export type ByMeeting<Part> = ReadonlyMap<string, Part[]>

const subjectIds = z.array(z.string())

export async function readAgendas(
  context: Context,
  meetingIds: readonly string[],
): Promise<ByMeeting<AgendaItem>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await tables(context)
    .selectFrom('agendaItems')
    .selectAll()
    .where('meetingId', 'in', [...meetingIds])
    .orderBy('order')
    .orderBy('id')
    .execute()
  const items = rows.map(({ openness, inquiryId, ...row }) => ({
    ...row,
    inquiryId: inquiryId ?? undefined,
    isOpen: openness === 'open',
  }))
  return Map.groupBy(items, ({ meetingId }) => meetingId)
}

export async function readAttendances(
  context: Context,
  meetingIds: readonly string[],
): Promise<ByMeeting<Attendance>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await tables(context)
    .selectFrom('attendances')
    .select(['meetingId', 'membershipId', 'way', 'note'])
    .where('meetingId', 'in', [...meetingIds])
    .orderBy('membershipId')
    .execute()
  return withoutMeeting(rows)
}

export async function readDecisions(
  context: Context,
  meetingIds: readonly string[],
): Promise<ByMeeting<Decision>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await tables(context)
    .selectFrom('meetingDecisions')
    .selectAll()
    .where('meetingId', 'in', [...meetingIds])
    .orderBy('id')
    .execute()
  const decisions = rows.map((row) => ({
    ...row,
    agendaItemId: row.agendaItemId ?? undefined,
    votesFor: row.votesFor ?? undefined,
    votesAgainst: row.votesAgainst ?? undefined,
    chairCasts: row.chairCasts ?? undefined,
    subjects: subjectIds.parse(JSON.parse(row.subjects)),
  }))
  return Map.groupBy(decisions, ({ meetingId }) => meetingId)
}

/** Rows by their meeting, which they then no longer name. */
export function withoutMeeting<Part>(
  rows: readonly (Part & { meetingId: string })[],
): ByMeeting<Omit<Part, 'meetingId'>> {
  const groups = Map.groupBy(rows, ({ meetingId }) => meetingId)
  return new Map([...groups].map(([id, own]) => [id, own.map(({ meetingId: _, ...part }) => part)]))
}
