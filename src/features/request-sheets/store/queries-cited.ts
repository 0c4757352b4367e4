import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { CitedSheet } from '../core/compiled-evidence.ts'
import { permissions } from '../core/permissions.ts'
import { tables } from './tables.ts'

/**
 * Accepted sheets by the name the plan gives them: the round and the unit, nothing of what stands in them. Public, since a
 * published plan names them as where its texts come from; the names of units are read in the place of the office.
 */
export async function listCitedSheets(context: Context, ids: readonly string[]): Promise<CitedSheet[]> {
  authorize(context, permissions, 'name-cited-sheets')
  if (ids.length === 0) return []
  const rows = await tables(context)
    .selectFrom('requestSheets')
    .innerJoin('requestRounds', 'requestRounds.id', 'requestSheets.roundId')
    .leftJoin('sheetDecisions', (join) =>
      join
        .onRef('sheetDecisions.sheetId', '=', 'requestSheets.id')
        .on('sheetDecisions.kind', '=', 'accepted'),
    )
    .select(['requestSheets.id', 'requestSheets.unitId', 'requestSheets.subjectId', 'requestRounds.title'])
    .select(['sheetDecisions.decidedOn'])
    .where('requestSheets.id', 'in', [...ids])
    .where('requestSheets.state', '=', 'accepted')
    .orderBy('requestSheets.id')
    .execute()
  const office: Context = { ...context, actor: { id: 'cited', roles: ['secretariat'] } }
  const [units, today] = [await listUnits(office), tokyoDay(context.now)]
  return rows.map(({ id, unitId, subjectId, title, decidedOn }) => ({
    id,
    subjectId: subjectId ?? undefined,
    words: `${title}（${unitNameOn(units, unitId, today) ?? '担当課'}）`,
    acceptedOn: decidedOn ?? today,
  }))
}
