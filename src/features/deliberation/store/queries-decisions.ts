import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Decision, numberWords } from '../core/meetings.ts'
import { permissions } from '../core/permissions.ts'
import { listPublishedMeetings } from './queries-public.ts'
import { tables } from './tables.ts'

/** 決定事項 of published minutes, with the meeting that decided. */
export type PublicDecision = Decision & { meeting: string; heldOn: string }

/**
 * Decisions about items of the plan, or about one of them, that residents may read: the latest first, in the words the
 * page of the meeting shows.
 */
export async function listPublicDecisions(context: Context, onlyItemId = ''): Promise<PublicDecision[]> {
  authorize(context, permissions, 'read-public-meetings')
  const speaking = await tables(context)
    .selectFrom('meetingDecisions')
    .select('meetingId')
    .distinct()
    .where('subjects', '!=', '[]')
    .where('subjects', 'like', `%${onlyItemId}%`)
    .execute()
  const meetings = await listPublishedMeetings(context, new Set(speaking.map(({ meetingId }) => meetingId)))
  return meetings.flatMap(({ meeting, body, decisions }) =>
    decisions.map((decision) => ({
      ...decision,
      meeting: `${body.name} ${numberWords(meeting)}`,
      heldOn: meeting.heldOn,
    })),
  )
}

/** What meetings the plan cites are called: those that were announced. */
export async function listCitedMeetings(
  context: Context,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  authorize(context, permissions, 'read-public-meetings')
  if (ids.length === 0) return []
  const rows = await tables(context)
    .selectFrom('meetings')
    .innerJoin('deliberationBodies', 'deliberationBodies.id', 'meetings.bodyId')
    .select(['meetings.id', 'meetings.number', 'deliberationBodies.name'])
    .where('meetings.id', 'in', [...ids])
    .where('meetings.state', '!=', 'draft')
    .execute()
  return rows.map(({ id, number, name }) => ({ id, name: `${name} ${numberWords({ number })}` }))
}

/** The decisions of meetings that were announced: their ids, and whether residents may read them. Never their words. */
export async function listCitedDecisions(
  context: Context,
  meetingIds: readonly string[],
): Promise<{ id: string; meetingId: string; isPublic: boolean }[]> {
  authorize(context, permissions, 'read-public-meetings')
  if (meetingIds.length === 0) return []
  const rows = await tables(context)
    .selectFrom('meetingDecisions')
    .innerJoin('meetings', 'meetings.id', 'meetingDecisions.meetingId')
    .select(['meetingDecisions.id', 'meetingDecisions.meetingId'])
    .where('meetings.id', 'in', [...meetingIds])
    .where('meetings.state', '!=', 'draft')
    .orderBy('meetingDecisions.id')
    .execute()
  const files = await listPublishedMeetings(context, new Set(rows.map(({ meetingId }) => meetingId)))
  const readable = new Set(files.flatMap(({ decisions }) => decisions.map(({ id }) => id)))
  return rows.map((row) => ({ ...row, isPublic: readable.has(row.id) }))
}
