import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { Extension } from '../core/extensions.ts'
import { mayReadSheet, permissions } from '../core/permissions.ts'
import { tables } from './tables.ts'

/** The extensions of a round (期限の延長) the person may know of, the first first: a section its own. */
export async function listExtensions(context: Context, roundId: string): Promise<Extension[]> {
  authorize(context, permissions, 'read-sheets')
  const rows = await tables(context)
    .selectFrom('sheetExtensions')
    .selectAll()
    .where('roundId', '=', roundId)
    .orderBy('askedAt')
    .orderBy('id')
    .execute()
  return rows
    .filter(({ unitId }) => mayReadSheet(context.actor, { unitId, state: 'sent' }))
    .map(({ askedBy: _, answeredBy: __, grantedDueOn, answeredAt, ...row }) => ({
      ...row,
      grantedDueOn: grantedDueOn ?? undefined,
      answeredAt: answeredAt ?? undefined,
    }))
}
