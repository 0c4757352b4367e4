import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../../core/permissions.ts'
import type { PurgeSubject } from '../../core/purge.ts'
import type { PurgeOrder } from '../../core/purge-order.ts'
import { tables } from '../tables.ts'

/** The order of a subject that is asked for or in force; undefined where it ended or there never was one. */
export async function findPurgeOrder(
  context: Context,
  subject: PurgeSubject,
): Promise<PurgeOrder | undefined> {
  authorize(context, permissions, 'propose-purge')
  const row = await tables(context)
    .selectFrom('voicePurgeOrders')
    .select(['id', 'subject', 'orderedBy', 'orderedAt', 'agreedBy', 'agreedAt'])
    .where('subject', '=', subject)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      ...row,
      agreedBy: row.agreedBy ?? undefined,
      agreedAt: row.agreedAt ?? undefined,
      endedAt: undefined,
    }
  )
}
