import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Comparison, compareCities } from '../core/compare-cities.ts'
import { comparedItemOf } from '../core/compared-items.ts'
import type { Dataset } from '../core/dataset-form.ts'
import type { ComparedFigureOf } from '../core/figure-reference.ts'
import { builtInGroups } from '../core/peer-groups.ts'
import { permissions } from '../core/permissions.ts'
import { quotientOf } from '../core/quotient.ts'
import { type AreaSeries, knownPoints, type Series } from '../core/series.ts'
import { listAreaSeries, listAreas, listPeerGroups } from './city-queries.ts'
import { type ComparisonGround, getComparison } from './comparison-queries.ts'
import { getDataset, type ImportEntry, type KeptItem, listImports, listItems } from './queries.ts'
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

/** A series of a city that the plan cites, as everybody may read it: published figures with their source. */
export type CitedSeries = {
  city: Pick<AreaSeries, 'areaCode' | 'areaName'>
  item: KeptItem
  series: Series
  dataset: Dataset
  imports: readonly ImportEntry[]
}

/** The figures come from published files; that the plan cites them is for the caller to see. Undefined where there are none. */
export async function findCitedSeries(
  context: Context,
  { itemId, areaCode }: { itemId: string; areaCode: string },
): Promise<CitedSeries | undefined> {
  authorize(context, permissions, 'read-cited-figures')
  const office: Context = { ...context, actor: { id: 'cited', roles: ['secretariat'] } }
  const item = (await listItems(office)).find(({ id }) => id === itemId)
  if (!item) return undefined
  const { datasetId } = item
  const [area] = await listAreaSeries(office, { areaCodes: [areaCode], datasetIds: [datasetId] })
  const series = area?.series.find((one) => one.item.code === item.code)
  if (!area || !series) return undefined
  const [dataset, imports] = [await getDataset(office, datasetId), await listImports(office, datasetId)]
  return { city: area, item, series, dataset, imports }
}

/** A comparison that the plan cites, as everybody may read it, and at which times the city itself has a value. */
export type CitedComparison = { ground: ComparisonGround; comparison: Comparison; times: readonly string[] }

/** As with a series, that the plan cites it is for the caller to see. Undefined where city, item or group is not there. */
export async function findCitedComparison(
  context: Context,
  { of, areaCode }: { of: ComparedFigureOf; areaCode: string },
): Promise<CitedComparison | undefined> {
  authorize(context, permissions, 'read-cited-figures')
  const office: Context = { ...context, actor: { id: 'cited', roles: ['secretariat'] } }
  const item = comparedItemOf(of.comparedId)
  const group = of.kind === 'compared' ? 'prefecture' : of.groupId
  const groups = [...builtInGroups(areaCode), ...(await listPeerGroups(office))]
  const isThere = (await listAreas(office)).some((area) => area.areaCode === areaCode)
  if (!item || !isThere || !groups.some(({ id }) => id === group)) return undefined
  const ground = await getComparison(office, { city: areaCode, group })
  const own = ground.areas.find((area) => area.areaCode === areaCode)
  return {
    ground,
    comparison: compareCities(ground.areas, areaCode, item),
    times: own ? quotientOf(own, item).points.map(({ time }) => time) : [],
  }
}

/** Which of these figures of an item (`08235@2020`) have a value. */
export async function listCitedTimes(
  context: Context,
  { itemId, parts }: { itemId: string; parts: readonly string[] },
): Promise<string[]> {
  const areaCodes = [...new Set(parts.flatMap((part) => /^(\d{5})@/.exec(part)?.[1] ?? []))]
  const times = await Promise.all(
    areaCodes.map(async (areaCode) => {
      const cited = await findCitedSeries(context, { itemId, areaCode })
      return cited ? knownPoints(cited.series).map(({ time }) => `${areaCode}@${time}`) : []
    }),
  )
  return times.flat()
}
