import { knownPoints, type Series } from './series.ts'
import { positionOf } from './times.ts'

/** 増減: from one time to a later one. A rate is absent where it has no meaning (from zero, or over a sign). */
export type Change = {
  span: 'last' | 'five' | 'ten'
  from: { time: string; value: number }
  to: { time: string; value: number }
  years: number
  absolute: number
  percent?: number
  /** 年率: `(b/a)^(1/k) − 1`, in percent. */
  yearlyPercent?: number
}

/** Since the last figure, since five and since ten years ago. */
export const spanLabels = { last: '前回から', five: '5年前から', ten: '10年前から' } as const

/** The changes up to the latest figure: since the one before, and over five and ten years. */
export function changesOf(series: Series): Change[] {
  const known = knownPoints(series)
  const to = known.at(-1)
  const before = known.at(-2)
  if (!to || !before) return []
  const yearsBack = (years: number) =>
    known.find(({ time }) => Math.abs(positionOf(to.time) - positionOf(time) - years) < 0.01)
  const pairs = [
    ['last', before],
    ['five', yearsBack(5)],
    ['ten', yearsBack(10)],
  ] as const
  return pairs.flatMap(([span, from]) => (from ? [changeBetween(span, from, to)] : []))
}

type Known = Change['from']

function changeBetween(span: Change['span'], from: Known, to: Known): Change {
  const years = positionOf(to.time) - positionOf(from.time)
  const change = { span, from, to, years, absolute: to.value - from.value }
  if (from.value <= 0) return change
  const percent = (to.value / from.value - 1) * 100
  if (to.value <= 0 || years <= 0) return { ...change, percent }
  return { ...change, percent, yearlyPercent: ((to.value / from.value) ** (1 / years) - 1) * 100 }
}

/** 指数: every figure where the one at `base` is 100; nothing where that one is zero or unknown. */
export function indexOf(series: Series, base: string): { time: string; value: number }[] {
  const known = knownPoints(series)
  const start = known.find(({ time }) => time === base)
  if (!start || start.value === 0) return []
  return known.map(({ time, value }) => ({ time, value: (value / start.value) * 100 }))
}
