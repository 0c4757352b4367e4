import { found } from '#src/platform/errors.ts'
import { page } from '#src/platform/page.ts'
import { quotientOf } from '../core/quotient.ts'
import type { AreaSeries } from '../core/series.ts'
import { getAreaSeries } from '../store/city-queries.ts'
import { type KeptItem, listDatasets, listImports, listItems } from '../store/queries.ts'
import { citiesAddress, cityAddress } from './parts/addresses.ts'
import { type SeriesGiven, SeriesView } from './parts/series-view.tsx'

/** One item of one city: its course, its change, where each value comes from, and divided by another item. */
export const seriesPage = page('/staff/statistics/cities/:areaCode/items/:seriesId', {
  audience: 'staff',
  async show(context, { params, url }) {
    const city = await getAreaSeries(context, params.areaCode)
    const items = await listItems(context)
    const item = found(
      items.find(({ id }) => id === params.seriesId),
      '項目',
    )
    const series = found(seriesIn(city, item), `${city.areaName}のこの項目の値`)
    const divisor = items.find(({ id }) => id === url.searchParams.get('by'))
    const given: SeriesGiven = {
      city,
      series,
      item,
      others: items.filter((one) => one.id !== item.id && seriesIn(city, one)),
      datasets: await listDatasets(context),
      imports: await listImports(context, item.datasetId),
      divisor,
      quotient: divisor && divided(city, item, divisor),
    }
    return {
      title: `${city.areaName}の${item.name}`,
      crumbs: [
        { label: '都市の姿', href: citiesAddress },
        { label: city.areaName, href: cityAddress(city.areaCode) },
      ],
      isInvented: false,
      body: <SeriesView {...given} />,
    }
  },
})

const seriesIn = (city: AreaSeries, { datasetId, code }: KeptItem) =>
  city.series.find((series) => series.datasetId === datasetId && series.item.code === code)

/** Only the two series go in, so that of two data sets with the same code the chosen one is taken. */
function divided(city: AreaSeries, item: KeptItem, divisor: KeptItem) {
  const series = [item, divisor].flatMap((one) => seriesIn(city, one) ?? [])
  return quotientOf({ ...city, series }, { above: [item.code], below: [divisor.code], factor: 1 })
}
