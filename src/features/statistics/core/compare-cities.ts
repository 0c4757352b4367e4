import {
  isFlat,
  meanOf,
  percentileOf,
  populationDeviation,
  skewnessOf,
  standardScore,
} from '#src/lib/statistics/standard-score.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'
import type { ComparedItem } from './compared-items.ts'
import { quotientOf } from './quotient.ts'
import type { AreaSeries } from './series.ts'

/** A city of the group with its value, or the reason why it has none. */
export type ComparedCity = {
  areaCode: string
  areaName: string
  isOwn: boolean
  value?: number
  time?: string
  belowTime?: string
  /** Why there is no value. */
  reason?: string
  score?: number
}

/** One item over a group of cities. There is no total over items and no rank of cities. */
export type Comparison = {
  item: ComparedItem
  cities: ComparedCity[]
  /** Cities with a value. */
  n: number
  mean?: number
  deviation?: number
  own?: ComparedCity
  /** Share of the group below the own city, where a standard score would mislead. */
  percentile?: number
  isSkewed: boolean
  /** Why there is no standard score, in words. */
  noScore?: string
}

/** Fewer cities than this have no standard score. */
export const fewestCities = 5
/** Beyond this the mean and the deviation say little of a group. */
export const mostSkewness = 2

/**
 * 都市間比較 by one item: mean, population standard deviation and standard score (偏差値) over the group, the own city
 * among them. The score is turned where lower is better.
 */
export function compareCities(areas: readonly AreaSeries[], ownCode: string, item: ComparedItem): Comparison {
  const cities = areas.map((area) => cityOf(area, ownCode, item))
  const values = cities.flatMap(({ value }) => value ?? [])
  const own = cities.find(({ isOwn }) => isOwn)
  const noScore = whyNoScore(values, own, item)
  const isSkewed =
    values.length >= fewestCities && !isFlat(values) && Math.abs(skewnessOf(values)) > mostSkewness
  const bare = { item, n: values.length, isSkewed, ...(own ? { own } : {}) }
  if (values.length === 0) return { ...bare, cities, noScore: noScore ?? '' }
  const known = { ...bare, mean: meanOf(values), deviation: populationDeviation(values) }
  const isPlaced = values.length >= fewestCities && own?.value !== undefined
  const percentile =
    isPlaced && own?.value !== undefined ? { percentile: percentileOf(own.value, values) } : {}
  if (noScore !== undefined) return { ...known, ...percentile, cities, noScore }
  if (isSkewed) {
    return { ...known, ...percentile, cities, noScore: '分布が大きくかたよるため、百分位で示します' }
  }
  const sign = item.direction === 'lower' ? -1 : 1
  const scored = cities.map((city) =>
    city.value === undefined ? city : { ...city, score: standardScore(city.value, values, sign) },
  )
  const scoredOwn = scored.find(({ isOwn }) => isOwn)
  return { ...known, ...percentile, cities: scored, ...(scoredOwn ? { own: scoredOwn } : {}) }
}

function cityOf(area: AreaSeries, ownCode: string, item: ComparedItem): ComparedCity {
  const { areaCode, areaName } = area
  const city = { areaCode, areaName, isOwn: areaCode === ownCode }
  const { points, reason } = quotientOf(area, item)
  const latest = points.at(-1)
  if (!latest) return { ...city, reason: reason ?? 'データがありません' }
  return { ...city, ...latest }
}

function whyNoScore(
  values: readonly number[],
  own: ComparedCity | undefined,
  item: ComparedItem,
): string | undefined {
  if (own?.value === undefined) return `本市の値がありません${own?.reason ? `（${own.reason}）` : ''}`
  if (values.length < fewestCities)
    return `値のある市が${values.length}しかないため（${fewestCities}から示します）`
  if (isFlat(values)) return 'すべての市が同じ値のため'
  return item.direction === 'none' ? '高い低いの良し悪しを決めない項目のため' : undefined
}

/** A draft sentence about the own city; a person confirms it. */
export function comparisonSentence(
  { item, own, mean, n }: Comparison,
  groupName: string,
): string | undefined {
  if (own?.value === undefined || mean === undefined || n < fewestCities) return undefined
  const shown = (value: number) => groupedNumber(value, item.decimals)
  const [a, b] = [shown(own.value), shown(mean)]
  const words =
    a === b ? 'と同じくらいです' : own.value > mean ? 'より高くなっています' : 'より低くなっています'
  return `${item.label}（${item.method}）は${a}${item.unit}で、${groupName}（${n}市区町村）の平均${b}${item.unit}${words}。`
}
