import { z } from 'zod'
import { evidenceForm } from '#src/features/plan/core/evidence-form.ts'
import { permissions as planPermissions } from '#src/features/plan/core/permissions.ts'
import { addEvidence } from '#src/features/plan/store/commands/parts.ts'
import { listEvidenceSubjects } from '#src/features/plan/store/queries/evidence-subjects.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { findLedTo } from '#src/features/publication/store/queries/led-to.ts'
import type { DataPoint } from '#src/formats/plan-parts.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { readForm } from '#src/platform/form.ts'
import { page, type Screen, type SeeOther } from '#src/platform/page.ts'
import { evidenceTo } from '../core/citation.ts'
import { quotientDecimals, referenceText, roundedTo } from '../core/figure-reference.ts'
import { figureUsesIn } from '../core/plan-uses.ts'
import { quotientOf } from '../core/quotient.ts'
import type { AreaSeries } from '../core/series.ts'
import { timeLabel } from '../core/times.ts'
import type { FigureUse } from '../core/updates.ts'
import { getAreaSeries } from '../store/city-queries.ts'
import { type KeptItem, listDatasets, listImports, listItems } from '../store/queries.ts'
import { citiesAddress, cityAddress, publicSeriesAddress } from './parts/addresses.ts'
import { citedAt, latestCited } from './parts/latest-cited.ts'
import { putIntoPlan } from './parts/put-into-plan.ts'
import type { SeriesGiven } from './parts/series-given.ts'
import { SeriesView } from './parts/series-view.tsx'

/** One item of one city: its course, its change, where each value comes from, and divided by another item. */
export const seriesPage = page('/staff/statistics/cities/:areaCode/items/:seriesId', {
  audience: 'staff',
  async show(context, { params, url }) {
    return screen(await givenFor(context, params, url.searchParams.get('by') ?? ''))
  },
  async submit(context, { params, url }, form) {
    const given = await givenFor(context, params, url.searchParams.get('by') ?? '')
    if (form.get('act') === 'link') return linked(context, given, form)
    const isQuotient = form.get('act') === 'bind-quotient'
    return { seeOther: await putIntoPlan(context, isQuotient ? quotientFigure(given) : figureOf(given)) }
  },
})

const linkForm = z.object({ time: z.string().min(1, '時点を選んでください'), ...evidenceForm })

/** One figure becomes evidence of a place of the plan, with its series, period and value. */
async function linked(context: Context, given: SeriesGiven, form: FormData): Promise<Screen | SeeOther> {
  const read = readForm(linkForm, form)
  if (read.problems) {
    const { problems, entered } = read
    return { ...screen({ ...given, citing: { ...given.citing, problems, entered } }), status: 422 }
  }
  const { from, stance, level, time } = read.values
  const { areaName, areaCode } = given.city
  const cited = found(citedAt(given, time), 'この時点の値')
  const { planId, subjects } = found(await listEvidenceSubjects(context), '公開サイトに出す計画')
  const { itemId } = found(
    subjects.find(({ value }) => value === from),
    '計画の課題・方向・指標',
  )
  const to = evidenceTo({ ...cited, areaName, areaCode, item: given.item })
  await addEvidence(context, { itemId, link: { from, to, stance, level, note: '' } })
  return { seeOther: `/staff/plans/${planId}/items/${itemId}/evidence?notice=added` }
}

const screen = (given: SeriesGiven): Screen => ({
  title: `${given.city.areaName}の${given.item.name}`,
  crumbs: [
    { label: '都市の姿', href: citiesAddress },
    { label: given.city.areaName, href: cityAddress(given.city.areaCode) },
  ],
  isInvented: false,
  body: <SeriesView {...given} />,
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
  const ledTo = await findLedTo(context, item.id, areaCode)
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
    citing: { subjects: (await listEvidenceSubjects(context))?.subjects ?? [], problems: {}, entered: {} },
    uses: await usesOf(context, { areaCode, itemId: item.id }),
    publicHref: ledTo.places.length > 0 ? publicSeriesAddress(areaCode, item.id) : undefined,
  }
}

/** Where the plan in work uses figures of the series. */
async function usesOf(context: Context, { areaCode, itemId }: { areaCode: string; itemId: string }) {
  const plan = mayDo(context.actor, planPermissions, 'read-working-plan') && (await findPrimaryPlan(context))
  if (!plan) return []
  const isOfIt = ({ of }: FigureUse) =>
    (of.kind === 'item' || of.kind === 'quotient') &&
    (of.itemId === itemId || ('byId' in of && of.byId === itemId))
  const all = figureUsesIn(await getPlanDocument(context, plan.id))
  return all.filter((use) => use.areaCode === areaCode && isOfIt(use))
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
