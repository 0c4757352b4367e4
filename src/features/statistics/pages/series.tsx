import { permissions as planPermissions } from '#src/features/plan/core/permissions.ts'
import type { DataPoint } from '#src/formats/plan-parts.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { page } from '#src/platform/page.ts'
import { quotientDecimals, referenceText, roundedTo } from '../core/figure-reference.ts'
import { quotientOf } from '../core/quotient.ts'
import type { AreaSeries } from '../core/series.ts'
import { timeLabel } from '../core/times.ts'
import { getAreaSeries } from '../store/city-queries.ts'
import { type KeptItem, listDatasets, listImports, listItems } from '../store/queries.ts'
import { citiesAddress, cityAddress } from './parts/addresses.ts'
import { latestCited } from './parts/latest-cited.ts'
import { putIntoPlan } from './parts/put-into-plan.ts'
import { type SeriesGiven, SeriesView } from './parts/series-view.tsx'

/** One item of one city: its course, its change, where each value comes from, and divided by another item. */
export const seriesPage = page('/staff/statistics/cities/:areaCode/items/:seriesId', {
  audience: 'staff',
  async show(context, { params, url }) {
    const given = await givenFor(context, params, url.searchParams.get('by') ?? '')
    const { city, item } = given
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
  async submit(context, { params, url }, form) {
    const given = await givenFor(context, params, url.searchParams.get('by') ?? '')
    const isQuotient = form.get('act') === 'bind-quotient'
    return { seeOther: await putIntoPlan(context, isQuotient ? quotientFigure(given) : figureOf(given)) }
  },
})

type Params = { areaCode: string; seriesId: string }

async function givenFor(context: Context, { areaCode, seriesId }: Params, by: string): Promise<SeriesGiven> {
  const city = await getAreaSeries(context, areaCode)
  const items = await listItems(context)
  const item = found(
    items.find(({ id }) => id === seriesId),
    '項目',
  )
  const series = found(seriesIn(city, item), `${city.areaName}のこの項目の値`)
  const divisor = items.find(({ id }) => id === by)
  return {
    city,
    series,
    item,
    others: items.filter((one) => one.id !== item.id && seriesIn(city, one)),
    datasets: await listDatasets(context),
    imports: await listImports(context, item.datasetId),
    divisor,
    quotient: divisor && divided(city, item, divisor),
    mayBind: mayDo(context.actor, planPermissions, 'edit-concept'),
  }
}

/** The latest figure as the plan keeps it: with its source and the reference by which it is found again. */
function figureOf(given: SeriesGiven): Omit<DataPoint, 'id'> {
  const { city, item } = given
  const { point, datasetTitle, edition } = found(latestCited(given), '値')
  return {
    label: `${city.areaName}の${item.name}`,
    value: point.value,
    unit: item.unit,
    asOf: timeLabel(point.time),
    source: {
      kind: 'statistic',
      ref: `${datasetTitle} ${edition}`.trim(),
      cell: referenceText({
        of: { kind: 'item', itemId: item.id },
        areaCode: city.areaCode,
        time: point.time,
      }),
    },
  }
}

/** The latest quotient of the two items, with both sources. */
function quotientFigure({ city, item, divisor, quotient, datasets }: SeriesGiven): Omit<DataPoint, 'id'> {
  const { areaName, areaCode } = city
  const below = found(divisor, '割る項目')
  const point = found(quotient?.points.at(-1), '割合')
  const titles = new Set(
    [item, below].map(({ datasetId }) => datasets.find(({ id }) => id === datasetId)?.title),
  )
  return {
    label: `${areaName}の${item.name}÷${below.name}`,
    value: roundedTo(point.value, quotientDecimals),
    unit: '',
    asOf: timeLabel(point.time),
    source: {
      kind: 'statistic',
      ref: [...titles].filter(Boolean).join('、'),
      cell: referenceText({
        of: { kind: 'quotient', itemId: item.id, byId: below.id },
        areaCode,
        time: point.time,
      }),
    },
  }
}

const seriesIn = (city: AreaSeries, { datasetId, code }: KeptItem) =>
  city.series.find((series) => series.datasetId === datasetId && series.item.code === code)

/** Only the two series go in, so that of two data sets with the same code the chosen one is taken. */
function divided(city: AreaSeries, item: KeptItem, divisor: KeptItem) {
  const series = [item, divisor].flatMap((one) => seriesIn(city, one) ?? [])
  return quotientOf({ ...city, series }, { above: [item.code], below: [divisor.code], factor: 1 })
}
