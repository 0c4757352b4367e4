import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { Extension } from '../core/extensions.ts'
import { permissions } from '../core/permissions.ts'
import { listUnitsAsked } from './queries.ts'
import { tables } from './tables.ts'

/**
 * The extensions of a round (期限の延長) the person may know of, the first first: of the units it may read sheets of. The
 * secretariat knows of all, also where the sheets were given to another unit since.
 */
export async function listExtensions(context: Context, roundId: string): Promise<Extension[]> {
  authorize(context, permissions, 'read-sheets')
  const rows = await tables(context)
    .selectFrom('sheetExtensions')
    .selectAll()
    .where('roundId', '=', roundId)
    .orderBy('askedAt')
    .orderBy('id')
    .execute()
  const known = new Set((await listUnitsAsked(context, roundId)).values())
  const isKeeper = context.actor.roles.includes('secretariat')
  return rows
    .filter(({ unitId }) => isKeeper || known.has(unitId))
    .map(({ askedBy: _, answeredBy: __, grantedDueOn, answeredAt, ...row }) => ({
      ...row,
      grantedDueOn: grantedDueOn ?? undefined,
      answeredAt: answeredAt ?? undefined,
    }))
}
