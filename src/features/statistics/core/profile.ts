import { type Change, changesOf } from './change.ts'
import { type ComparedItem, comparedItems } from './compared-items.ts'
import { type Composition, compositionOf, shareOf, ssdseCompositionsOf } from './composition.ts'
import { type QuotientPoint, quotientOf } from './quotient.ts'
import { type AreaSeries, type Known, knownPoints, latestOf, type Series, seriesOf } from './series.ts'
import { timeLabel } from './times.ts'

/** 増減 of one item as the profile lists it. */
export type ChangeLine = { series: Series; latest: Known; changes: Change[]; used: { datasetId: string }[] }

/** 充実度 of one item: a number by residents, with what it was made of. */
export type ProvisionLine = { item: ComparedItem; used: Series[]; latest?: QuotientPoint; reason?: string }

/** What the change of a city is told by, in the order of the page. */
const changeCodes = [
  ...['A1101', 'A1301', 'A1302', 'A1303', 'A1700', 'A4101', 'A4200', 'A5101', 'A5102'],
  ...['A7101', 'A8301', 'C2108', 'C2208', 'E2501', 'F1102', 'D3201', 'D320101', 'H5507'],
]

/** 増減 of the main items a city has. */
export const changeLinesOf = (area: AreaSeries): ChangeLine[] =>
  changeCodes.flatMap((code) => {
    const series = seriesOf(area, code)
    const latest = series && latestOf(series)
    if (!series || !latest) return []
    const line = code === 'A1101' ? withCensus(area, series) : { series, used: [series] }
    return [{ series, latest, changes: changesOf(line.series), used: line.used }]
  })

/** 充実度 of a city, also where there is nothing, with the reason. */
export const provisionLinesOf = (area: AreaSeries): ProvisionLine[] =>
  comparedItems.map((item) => {
    const { points, used, reason } = quotientOf(area, item)
    const latest = points.at(-1)
    return { item, used, ...(latest ? { latest } : {}), ...(reason ? { reason } : {}) }
  })

/** Residents of the census over time, and the data sets they come from. */
export type ResidentTrend = { used: { datasetId: string }[]; points: Known[]; compositions: Composition[] }

/** The census by age where it is there, carried on by the census totals of SSDSE-A: one basis, so one line. */
export function residentTrendOf(area: AreaSeries): ResidentTrend | undefined {
  const census = area.series.find(({ item }) => item.basis === 'census' && /^K-[MF]-/.test(item.code))
  const total = seriesOf(area, 'A1101')
  const byAge = census ? compositionOf(area, census.datasetId) : []
  const known = new Set(byAge.map(({ time }) => time))
  const later = ssdseCompositionsOf(area).filter(({ time }) => !known.has(time))
  const compositions = [...byAge, ...later].sort((a, b) => (a.time < b.time ? -1 : 1))
  const points = compositions.map(({ time, total: value }) => ({ time, value }))
  const used = [census, later.length > 0 ? total : undefined].flatMap((series) => series ?? [])
  return points.length > 0 ? { used, points, compositions } : undefined
}

/** Residents of the register over time: a line of its own, never joined to the census. */
export function registerTrendOf(area: AreaSeries): ResidentTrend | undefined {
  const total = seriesOf(area, 'J-T-total')
  const points = total ? knownPoints(total) : []
  return total && points.length > 1 ? { used: [total], points, compositions: [] } : undefined
}

/** 増減 of all residents goes over the whole line; of other items over the data set itself. */
function withCensus(area: AreaSeries, series: Series) {
  const trend = residentTrendOf(area)
  if (!trend) return { series, used: [series] }
  const points = trend.points.map((point) => ({ ...point, importNumber: 0 }))
  return { series: { ...series, points }, used: [series, ...trend.used] }
}

/** What the figure of residents shows, in a sentence; nothing where there is only one time. */
export function trendSentence({ points }: ResidentTrend): string | undefined {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || first === last) return undefined
  const change = last.value - first.value
  const words = change > 0 ? '増えました' : change < 0 ? '減りました' : '変わっていません'
  const amount = change === 0 ? '' : `${Math.abs(change).toLocaleString('en-US')}人`
  const from = `${spoken(first.time)}の${first.value.toLocaleString('en-US')}人`
  return `${from}から${spoken(last.time)}の${last.value.toLocaleString('en-US')}人へ、${amount}${words}。`
}

/** 2020年, or a day by its era. */
const spoken = (time: string) => (time.length === 4 ? `${time}年` : timeLabel(time))

/** What the figure of ages shows, in a sentence. */
export function ageSentence(compositions: readonly Composition[]): string | undefined {
  const [first, last] = [compositions[0], compositions.at(-1)]
  const before = first && shareOf(first, 'elderly')
  const after = last && shareOf(last, 'elderly')
  if (first === last || before === undefined || after === undefined) return undefined
  const [from, to] = [before.toFixed(1), after.toFixed(1)]
  return `65歳以上の割合は、${first?.time}年の${from}％から${last?.time}年の${to}％になりました。`
}
