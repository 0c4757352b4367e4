import type { Context } from '#src/platform/context.ts'
import type { PresenceChange, WrittenAnswer } from '../core/presence.ts'
import { tables } from './tables.ts'

/** 途中の出入り, 除斥 and 書面での回答 of a meeting. For the room itself: callers have looked who asks. */
export async function readPresence(
  context: Context,
  meetingId: string,
): Promise<{ changes: PresenceChange[]; answers: WrittenAnswer[] }> {
  const changes = await tables(context)
    .selectFrom('presenceChanges')
    .select(['id', 'membershipId', 'kind', 'agendaItemId', 'note'])
    .where('meetingId', '=', meetingId)
    .orderBy('id')
    .execute()
  const answers = await tables(context)
    .selectFrom('writtenAnswers')
    .select(['membershipId', 'agendaItemId', 'vote', 'words', 'takenDownBy'])
    .where('meetingId', '=', meetingId)
    .orderBy('answeredAt')
    .orderBy('membershipId')
    .execute()
  return {
    changes,
    answers: answers.map(({ takenDownBy, ...answer }) => ({ ...answer, isTakenDown: takenDownBy !== null })),
  }
}
