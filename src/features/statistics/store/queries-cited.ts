import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../core/permissions.ts'
import { tables } from './tables.ts'

/** What items and data sets that the plan cites are called; those that are not there are left out. */
export async function listCitedFigures(
  context: Context,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  authorize(context, permissions, 'read-cited-figures')
  if (ids.length === 0) return []
  const items = await tables(context)
    .selectFrom('statisticsItems')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  const datasets = await tables(context)
    .selectFrom('statisticsDatasets')
    .select(['id', 'title as name'])
    .where('id', 'in', [...ids])
    .execute()
  return [...items, ...datasets]
}
