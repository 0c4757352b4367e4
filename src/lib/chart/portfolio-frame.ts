import { type ScaleLinear, scaleLinear } from 'd3-scale'
import { tenth } from './chart-frame.ts'
import { axisNumbers, textWidth } from './chart-words.ts'

/** `improve` and `decided` lie clearly in a quadrant, `undecided` may lie in another; `open` has no error to judge by. */
export type PortfolioLook = 'improve' | 'decided' | 'undecided' | 'open'

/** An item at its two scores. `outline` is its confidence region as points of the chart's scales. */
export type PortfolioMark = {
  number: number
  label: string
  x: number
  y: number
  look: PortfolioLook
  outline: readonly (readonly [number, number])[]
}

export type PortfolioSeries = {
  title: string
  description: string
  xLabel: string
  yLabel: string
  axes: { x: number; y: number }
  quadrants: { improve: string; maintain: string; observe: string; review: string }
  marks: readonly PortfolioMark[]
}

export type PortfolioSize = 'wide' | 'narrow'
export const portfolioSizes = {
  wide: { width: 880, height: 600, left: 52, right: 868, top: 30, bottom: 552, mark: 11, font: 13 },
  narrow: { width: 343, height: 430, left: 40, right: 328, top: 30, bottom: 386, mark: 9, font: 12 },
} as const

export type Box = { from: number; to: number; top: number; bottom: number }
export type PlacedLabel = { x: number; y: number; anchor: 'start' | 'middle' | 'end'; words: string }
export type PlacedMark = PortfolioMark & { px: number; py: number; path: string; placed?: PlacedLabel }

export type PortfolioFrame = {
  marks: PlacedMark[]
  axis: { x: number; y: number }
  xTicks: { at: number; words: string }[]
  yTicks: { at: number; words: string }[]
}

/** Where everything goes. The scales hold every mark, its region where that is no more than the marks' own spread, and both axes. */
export function portfolioFrame(series: PortfolioSeries, size: PortfolioSize): PortfolioFrame {
  const { left, right, top, bottom } = portfolioSizes[size]
  const values = (of: 0 | 1) => [
    of === 0 ? series.axes.x : series.axes.y,
    ...series.marks.flatMap(({ x, y, outline }) => [of === 0 ? x : y, ...outline.map((point) => point[of])]),
  ]
  const ticks = size === 'wide' ? 6 : 4
  const x = scaleLinear<number>(padded(values(0)), [left, right]).nice(ticks)
  const y = scaleLinear<number>(padded(values(1)), [bottom, top]).nice(ticks)
  const ticksOf = (scale: ScaleLinear<number, number>) => {
    const at = scale.ticks(ticks)
    const words = axisNumbers(at)
    return at.map((tick, place) => ({ at: tenth(scale(tick)), words: words[place] ?? '' }))
  }
  const marks = series.marks.map((mark): PlacedMark => {
    const steps = mark.outline.map(([across, up]) => `${tenth(x(across))} ${tenth(y(up))}`)
    return {
      ...mark,
      px: tenth(x(mark.x)),
      py: tenth(y(mark.y)),
      path: steps.length > 0 ? `M${steps.join('L')}Z` : '',
    }
  })
  return {
    marks: labelled(marks, size),
    axis: { x: tenth(x(series.axes.x)), y: tenth(y(series.axes.y)) },
    xTicks: ticksOf(x),
    yTicks: ticksOf(y),
  }
}

function padded(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const room = Math.max((high - low) * 0.06, 0.02)
  return [low - room, high + room]
}

/** Labels beside, under and over their marks where they meet nothing; the others are found by number in the table. */
function labelled(marks: readonly PlacedMark[], size: PortfolioSize): PlacedMark[] {
  const { left, right, top, bottom, mark, font } = portfolioSizes[size]
  const taken: Box[] = marks.map(({ px, py }) => ({
    from: px - mark - 1,
    to: px + mark + 1,
    top: py - mark - 1,
    bottom: py + mark + 1,
  }))
  return marks.map((one) => {
    const wide = textWidth(one.label, font)
    for (const placed of placesOf(one, mark, font)) {
      const from = placed.x - wide * { start: 0, middle: 0.5, end: 1 }[placed.anchor]
      const box = { from, to: from + wide, top: placed.y - font, bottom: placed.y + 3 }
      const isInside = box.from >= left && box.to <= right && box.top >= top + 20 && box.bottom <= bottom - 18
      if (!isInside || taken.some((other) => meet(box, other))) continue
      taken.push(box)
      return { ...one, placed }
    }
    return one
  })
}

function placesOf({ px, py, label }: PlacedMark, mark: number, font: number): PlacedLabel[] {
  const middle = tenth(py + font * 0.36)
  return [
    { x: tenth(px + mark + 5), y: middle, anchor: 'start', words: label },
    { x: tenth(px - mark - 5), y: middle, anchor: 'end', words: label },
    { x: px, y: tenth(py + mark + font + 1), anchor: 'middle', words: label },
    { x: px, y: tenth(py - mark - 5), anchor: 'middle', words: label },
  ]
}

const meet = (one: Box, other: Box) =>
  one.from < other.to && other.from < one.to && one.top < other.bottom && other.top < one.bottom
