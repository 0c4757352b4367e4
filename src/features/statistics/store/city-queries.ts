import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import type { AreaSize, PeerGroup } from '../core/peer-groups.ts'
import { permissions } from '../core/permissions.ts'
import { type AreaSeries, joinRows } from '../core/series.ts'
import { cellsOf, listItems } from './queries.ts'
import { tables } from './tables.ts'

export type Area = { areaCode: string; name: string; prefecture: string }

/** Every municipality of the files, in the order of codes; districts are parts of one and left out. */
export async function listAreas(context: Context): Promise<Area[]> {
  authorize(context, permissions, 'read-statistics')
  return tables(context)
    .selectFrom('statisticsAreas')
    .select(['areaCode', 'name', 'prefecture'])
    .where('areaCode', 'not like', '%/%')
    .orderBy('areaCode')
    .execute()
}

export async function getArea(context: Context, areaCode: string): Promise<Area> {
  authorize(context, permissions, 'read-statistics')
  const row = await tables(context)
    .selectFrom('statisticsAreas')
    .select(['areaCode', 'name', 'prefecture'])
    .where('areaCode', '=', areaCode)
    .executeTakeFirst()
  return found(row, 'この市区町村の統計')
}

/** Everything known of these areas, of all data sets or of some. Areas without any figure come with no series. */
export async function listAreaSeries(
  context: Context,
  { areaCodes, datasetIds }: { areaCodes: readonly string[]; datasetIds?: readonly string[] },
): Promise<AreaSeries[]> {
  authorize(context, permissions, 'read-statistics')
  if (areaCodes.length === 0) return []
  const figures = tables(context)
    .selectFrom('statisticsFigures')
    .select(['datasetId', 'areaCode', 'time', 'cells'])
    .where('areaCode', 'in', [...areaCodes])
  const some = datasetIds ? figures.where('datasetId', 'in', [...datasetIds]) : figures
  const rows = datasetIds?.length === 0 ? [] : await some.execute()
  const areas = await tables(context)
    .selectFrom('statisticsAreas')
    .select(['areaCode', 'name'])
    .where('areaCode', 'in', [...areaCodes])
    .execute()
  const names = new Map(areas.map(({ areaCode, name }) => [areaCode, name]))
  const joined = joinRows(
    rows.map((row) => ({ ...row, cells: cellsOf(row.cells) })),
    { items: await listItems(context), names },
  )
  const byCode = new Map(joined.map((area) => [area.areaCode, area]))
  return areaCodes.map(
    (areaCode) => byCode.get(areaCode) ?? { areaCode, areaName: names.get(areaCode) ?? areaCode, series: [] },
  )
}

export async function getAreaSeries(context: Context, areaCode: string): Promise<AreaSeries> {
  await getArea(context, areaCode)
  const [area] = await listAreaSeries(context, { areaCodes: [areaCode] })
  return found(area, 'この市区町村の統計')
}

/** The latest total of SSDSE-A for every municipality: what groups by prefecture and size go by. */
export async function listSizes(context: Context): Promise<AreaSize[]> {
  authorize(context, permissions, 'read-statistics')
  const rows = await tables(context)
    .selectFrom('statisticsAreas')
    .select(['areaCode', 'residents'])
    .where('residents', 'is not', null)
    .orderBy('areaCode')
    .execute()
  return rows.flatMap(({ areaCode, residents }) => (residents === null ? [] : { areaCode, residents }))
}

/** The declared groups, the first declared first. */
export async function listPeerGroups(context: Context): Promise<PeerGroup[]> {
  authorize(context, permissions, 'read-statistics')
  const rows = await tables(context)
    .selectFrom('statisticsPeerGroups')
    .select(['id', 'name', 'reason', 'codes', 'decidedOn'])
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows.map(({ codes, ...row }) => ({
    ...row,
    rule: { kind: 'list', codes: JSON.parse(codes) as string[] },
  }))
}
