import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../../core/permissions.ts'
import { tables } from '../tables.ts'

/**
 * 同じ提出者: which submissions of a session carry the mark of the same contact data, by submission. The mark names
 * nobody and goes with the contact data; a submission without any is not in the map.
 */
export async function listSenders(context: Context, sessionRef: string): Promise<Map<string, string>> {
  authorize(context, permissions, 'read-voices')
  const rows = await tables(context)
    .selectFrom('voiceSubmissions')
    .innerJoin('voicePeople', 'voicePeople.id', 'voiceSubmissions.personId')
    .select(['voiceSubmissions.id', 'senderMark'])
    .where('sessionRef', '=', sessionRef)
    .where('senderMark', 'is not', null)
    .execute()
  return new Map(rows.map(({ id, senderMark }) => [id, senderMark ?? '']))
}
