import { permissions } from '#src/features/statistics/core/permissions.ts'
import type { AreaSeries } from '#src/features/statistics/core/series.ts'
import { listAreaSeries } from '#src/features/statistics/store/city-queries.ts'
import { listDatasets } from '#src/features/statistics/store/queries.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type PublishedProjection, publishedProjections } from '../../core/published-projections.ts'

export type CityInStatistics = {
  area: AreaSeries | undefined
  /** How each data set wants to be cited, by its id. */
  credits: ReadonlyMap<string, string>
  published: PublishedProjection[]
}

/** What the statistics know of a city, for those who may read them. */
export async function cityInStatistics(context: Context, areaCode: string): Promise<CityInStatistics> {
  if (!mayDo(context.actor, permissions, 'read-statistics')) {
    return { area: undefined, credits: new Map(), published: [] }
  }
  const [area] = await listAreaSeries(context, { areaCodes: [areaCode] })
  const datasets = await listDatasets(context)
  const titles = new Map(datasets.map(({ id, title }) => [id, title]))
  return {
    area,
    credits: new Map(datasets.map(({ id, credit }) => [id, credit])),
    published: area ? publishedProjections(area, titles) : [],
  }
}
