import { type OneBasis, onOneBasis } from './basis.ts'
import { type AreaSeries, knownPoints, type Series, seriesOf } from './series.ts'
import { yearOf } from './times.ts'

/**
 * A figure made comparable: a sum of items, less others, over a sum of items. `factor` 100 gives percent, 1000 a number
 * per thousand. Without `below` it is the sum itself.
 */
export type Quotient = {
  above: readonly string[]
  minus?: readonly string[]
  below?: readonly string[]
  factor: number
}

/** `belowTime` is the time of the denominator, which may lie a year or two away. */
export type QuotientPoint = { time: string; value: number; belowTime?: string }
/** `used` are the series it was made of, for its source. */
export type QuotientSeries = { points: QuotientPoint[]; used: Series[]; reason?: string }

/** The farthest that a denominator may lie from its numerator, in years. */
export const farthestYears = 2

/** A quotient of one area at every time its numerator is known. `reason` says why there is nothing. */
export function quotientOf(area: AreaSeries, quotient: Quotient): QuotientSeries {
  const { above, minus = [], below = [] } = quotient
  const wanted = [...above, ...minus, ...below]
  const found = wanted.flatMap((code) => seriesOf(area, code) ?? [])
  if (found.length < wanted.length) return { points: [], used: found, reason: 'データがありません' }
  const check = onOneBasis(found.map((series) => ({ ...series.item, series })))
  if (check.problem !== undefined) return { points: [], used: found, reason: check.problem }
  const parts = check.series.map(({ series }) => series)
  const upper = sumOf(
    check.series,
    above.map((_, at) => at),
  )
  const less = sumOf(
    check.series,
    minus.map((_, at) => above.length + at),
  )
  const lower =
    below.length > 0
      ? sumOf(
          check.series,
          below.map((_, at) => above.length + minus.length + at),
        )
      : null
  const points: QuotientPoint[] = []
  let reason: string | undefined
  for (const [time, value] of upper) {
    const taken = minus.length > 0 ? less.get(time) : 0
    if (taken === undefined) continue
    const point = divided({ time, value: (value - taken) * quotient.factor }, lower)
    if ('reason' in point) reason = point.reason
    else points.push(point)
  }
  if (points.length > 0) return { points, used: parts }
  return { points, used: parts, reason: reason ?? 'データがありません' }
}

type Summed = OneBasis<{ series: Series; name: string; basis: Series['item']['basis'] }>

/** Sums of several items by time; only times at which all are known. */
function sumOf(all: Summed, places: readonly number[]): Map<string, number> {
  const [first, ...rest] = places.map(
    (at) => new Map(all[at] ? knownPoints(all[at].series).map(({ time, value }) => [time, value]) : []),
  )
  const sums = new Map<string, number>()
  for (const [time, value] of first ?? []) {
    const others = rest.map((one) => one.get(time))
    if (others.every((other) => other !== undefined)) {
      sums.set(
        time,
        others.reduce((sum, other) => sum + other, value),
      )
    }
  }
  return sums
}

function divided({ time, value }: { time: string; value: number }, lower: Map<string, number> | null) {
  if (!lower) return { time, value }
  const years = [...lower.keys()].sort((a, b) => distance(a, time) - distance(b, time) || (a < b ? 1 : -1))
  const [nearest] = years
  if (nearest === undefined || distance(nearest, time) > farthestYears) {
    return { reason: `分母の年が${farthestYears}年より離れているため、割合を出しません` }
  }
  const divisor = lower.get(nearest) ?? 0
  if (divisor === 0) return { reason: '分母が0のため、割合を出しません' }
  return { time, value: value / divisor, belowTime: nearest }
}

const distance = (a: string, b: string) => Math.abs(yearOf(a) - yearOf(b))
