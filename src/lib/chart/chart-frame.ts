import { scaleLinear } from 'd3-scale'
import { fiscalYearShort } from '#src/lib/japanese/fiscal-year.ts'
import { axisNumbers, chartNumber, textWidth } from './chart-words.ts'
import { drawnPoints, type IndicatorSeries } from './indicator-series.ts'

/** `small` beside a list, `wide` and `narrow` the two drawings of a figure, of which the style sheet shows one. */
export type ChartSize = 'small' | 'wide' | 'narrow'

/** In px as displayed. `beyond` is how far the band of the plan period goes past the last year. */
export const chartSizes = {
  small: { width: 320, height: 120, top: 24, bottom: 96, font: 13, mark: 5, beyond: 6, yearGap: 34 },
  wide: { width: 1072, height: 380, top: 34, bottom: 342, font: 14, mark: 7, beyond: 10, yearGap: 30 },
  narrow: { width: 343, height: 290, top: 34, bottom: 252, font: 14, mark: 7, beyond: 10, yearGap: 38 },
} as const

export type YearLabel = { x: number; words: string; anchor: 'start' | 'middle' }

/** Where everything goes, in px from the upper left corner. */
export type ChartFrame = {
  size: ChartSize
  left: number
  right: number
  x: (fiscalYear: number) => number
  y: (value: number) => number
  ticks: { y: number; words: string }[]
  years: YearLabel[]
  /** How far to the right words about values may go before they meet those beside the target. */
  labelEdge: number
  /** The plan period, from half a year before its first year. */
  band: { x: number; width: number } | undefined
}

/** Rounded to a tenth of a px: the same on every machine, and short. */
export const tenth = (value: number) => Math.round(value * 10) / 10

/** A mark on the first year does not lie on the numbers of the axis. */
const firstYearGap = 8
const beyondDrawing = 1e15
const drawable = (value: number) => Math.max(-beyondDrawing, Math.min(beyondDrawing, value))

/** The frame of a series that has at least one value. */
export function frameOf(series: IndicatorSeries, size: ChartSize): ChartFrame {
  const { top, bottom } = chartSizes[size]
  const values = drawnPoints(series).map(({ value }) => drawable(value))
  const yScale = scaleLinear(valueDomain(values), [bottom, top]).nice(5)
  const ticks = yScale.ticks(5).filter((tick) => series.decimals > 0 || Number.isInteger(tick))
  const y = (value: number) => tenth(yScale(drawable(value)))
  const words = axisNumbers(ticks)
  const [left, right] = edges(series, size, words)
  const x = yearScale(series, size === 'small' ? left : left + firstYearGap, right)
  return {
    size,
    left,
    right,
    x,
    y,
    labelEdge: targetWords(series, size).length > 0 ? right + 4 : chartSizes[size].width,
    ticks: size === 'small' ? [] : ticks.map((tick, index) => ({ y: y(tick), words: words[index] ?? '' })),
    years: yearLabels(series, size, x),
    band: bandOf(series, { size, left, right, x }),
  }
}

/**
 * From the least to the greatest value; from zero where zero is not far, so that a third more looks like a third more.
 * A change of less than a tenth of the value is not blown up to the height of the chart.
 */
function valueDomain(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const from = low >= 0 && low <= high * 0.6 ? 0 : low
  const to = high <= 0 && high >= low * 0.6 ? 0 : high
  const greatest = Math.max(Math.abs(from), Math.abs(to))
  const least = greatest < 1e-9 ? 1 : greatest * 0.1
  const room = Math.max(0, least - (to - from)) / 2
  if (from - room < 0 && low >= 0) return [0, to + 2 * room]
  return [from - room, to + room]
}

/** Room at the left for the numbers of the axis, at the right for what stands beside the target. */
function edges(series: IndicatorSeries, size: ChartSize, ticks: readonly string[]): [number, number] {
  const { width, font } = chartSizes[size]
  const beside = targetWords(series, size).map((words) => textWidth(words, font))
  const right = width - Math.ceil(Math.max(size === 'small' ? 20 : 28, ...beside.map((wide) => wide + 16)))
  if (size === 'small') return [8, right]
  return [Math.ceil(Math.max(24, ...ticks.map((words) => textWidth(words, 13) + 10))), right]
}

/** What stands beside the target: on a small chart the value alone, of a range its upper and its lower end. */
export function targetWords({ target, range, unit, decimals }: IndicatorSeries, size: ChartSize): string[] {
  const at = range ?? target
  if (!at) return []
  const number = (value: number) => chartNumber(value, decimals)
  if (size === 'small') return range ? [number(range.high), number(range.low)] : [number(target?.value ?? 0)]
  const value = range ? `${number(range.low)}〜${number(range.high)}` : number(target?.value ?? 0)
  if (size === 'wide') return [`目標（${fiscalYearShort(at.fiscalYear)}）`, `${value}${unit}`]
  return ['目標', ...`${value}${unit}`.split(/(?<=〜)/)]
}

function yearsOf(series: IndicatorSeries): [number, number] {
  const years = [...drawnPoints(series).map(({ fiscalYear }) => fiscalYear), series.period[1]]
  return [Math.min(...years), Math.max(...years)]
}

function yearScale(series: IndicatorSeries, left: number, right: number): (fiscalYear: number) => number {
  const [first, last] = yearsOf(series)
  const scale = scaleLinear(first === last ? [first - 1, last + 1] : [first, last], [left, right])
  return (fiscalYear) => tenth(scale(fiscalYear))
}

/** On the wide chart every year, with the era where it begins; else the years that carry something, as far as they fit. */
function yearLabels(series: IndicatorSeries, size: ChartSize, x: (year: number) => number): YearLabel[] {
  const { yearGap } = chartSizes[size]
  const [first, last] = yearsOf(series)
  const { baseline, actuals, target, range, interim } = series
  const middle = [baseline, actuals.at(-1)].flatMap((point) => point?.fiscalYear ?? [])
  const goal = (range ?? target)?.fiscalYear ?? last
  const inner = size === 'small' ? [] : interim.map(({ fiscalYear }) => fiscalYear)
  const wanted = size === 'wide' ? everyYear(first, last) : [goal, ...middle, first, last, ...inner]
  const taken: number[] = []
  for (const year of wanted) {
    if (taken.every((other) => Math.abs(x(other) - x(year)) >= yearGap)) taken.push(year)
  }
  return taken
    .sort((a, b) => a - b)
    .map((year, index) => {
      const full = fiscalYearShort(year)
      const before = taken[index - 1]
      const sameEra = size === 'wide' && before !== undefined && fiscalYearShort(before)[0] === full[0]
      return { x: x(year), words: sameEra ? full.slice(1) : full, anchor: x(year) < 14 ? 'start' : 'middle' }
    })
}

const everyYear = (first: number, last: number) =>
  Array.from({ length: Math.min(last - first + 1, 500) }, (_, index) => first + index)

type Ground = Pick<ChartFrame, 'size' | 'left' | 'right' | 'x'>

function bandOf({ period }: IndicatorSeries, { size, left, right, x }: Ground): ChartFrame['band'] {
  const from = Math.max(left, x(period[0] - 0.5))
  const to = Math.min(right + chartSizes[size].beyond, x(period[1] + 0.5))
  return to > from ? { x: from, width: tenth(to - from) } : undefined
}
