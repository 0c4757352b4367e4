import type { Context } from '#src/platform/context.ts'
import type { PresenceChange, WrittenAnswer } from '../core/presence.ts'
import { type ByMeeting, withoutMeeting } from './queries-parts.ts'
import { tables } from './tables.ts'

/** 途中の出入り and 除斥 of some meetings. For the room itself: callers have looked who asks. */
export async function readPresenceChanges(
  context: Context,
  meetingIds: readonly string[],
): Promise<ByMeeting<PresenceChange>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await tables(context)
    .selectFrom('presenceChanges')
    .select(['id', 'meetingId', 'membershipId', 'kind', 'agendaItemId', 'note'])
    .where('meetingId', 'in', [...meetingIds])
    .orderBy('id')
    .execute()
  return withoutMeeting(rows)
}

/** 書面での回答 of some meetings, likewise. */
export async function readWrittenAnswers(
  context: Context,
  meetingIds: readonly string[],
): Promise<ByMeeting<WrittenAnswer>> {
  if (meetingIds.length === 0) return new Map()
  const rows = await tables(context)
    .selectFrom('writtenAnswers')
    .select(['meetingId', 'membershipId', 'agendaItemId', 'vote', 'words', 'takenDownBy'])
    .where('meetingId', 'in', [...meetingIds])
    .orderBy('answeredAt')
    .orderBy('membershipId')
    .execute()
  return withoutMeeting(
    rows.map(({ takenDownBy, ...answer }) => ({ ...answer, isTakenDown: takenDownBy !== null })),
  )
}
