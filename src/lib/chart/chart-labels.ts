import { type ChartFrame, chartSizes, tenth } from './chart-frame.ts'
import { chartNumber, textWidth } from './chart-words.ts'
import { type ChartPoint, type IndicatorSeries, wayToTarget } from './indicator-series.ts'

/** A line of words at a place: `y` is the base line of the letters. */
export type ChartLabel = { x: number; y: number; anchor: 'start' | 'middle' | 'end'; words: string }

export type ValueLabels = { baseline?: ChartLabel; latest?: ChartLabel }

/** The values written into the chart: baseline and latest actual; on a small chart only the later of the two. */
export function valueLabels(series: IndicatorSeries, frame: ChartFrame): ValueLabels {
  const { actuals, baseline, decimals } = series
  const isSmall = frame.size === 'small'
  const last = actuals.at(-1)
  const latest = last?.fiscalYear === baseline?.fiscalYear ? undefined : last
  const words = (word: string, { value }: ChartPoint) =>
    `${isSmall ? '' : word}${chartNumber(value, decimals)}`
  const written: ValueLabels = {}
  if (latest) {
    const before = actuals.at(-2) ?? baseline
    written.latest = labelOf(frame, { point: latest, before }, words('実績 ', latest))
  }
  if (baseline && !(isSmall && latest)) {
    const before = actuals.findLast(({ fiscalYear }) => fiscalYear < baseline.fiscalYear)
    const next = actuals.find(({ fiscalYear }) => fiscalYear > baseline.fiscalYear)
    const around = { point: baseline, before, after: next ?? wayToTarget(series)[1] }
    const label = labelOf(frame, around, words('基準 ', baseline))
    const isCovered = written.latest && overlap(frame, label, written.latest)
    written.baseline = isCovered ? otherSide(frame, label, baseline) : label
  }
  return written
}

/** A point with what comes before and after it in time: the lines its label must not lie on. */
type Surroundings = { point: ChartPoint; before?: ChartPoint | undefined; after?: ChartPoint | undefined }

function labelOf(frame: ChartFrame, { point, before, after }: Surroundings, words: string): ChartLabel {
  const here = frame.y(point.value)
  const place = placeOf(
    before && sideOf(frame.y(before.value), here),
    after && sideOf(frame.y(after.value), here),
  )
  const { over, under, isUnderFree } = sides(frame, here)
  const y = place.isUnder && isUnderFree ? under : over
  return inside(frame, { x: frame.x(point.fiscalYear), y, anchor: place.anchor, words })
}

type Side = 'above' | 'below' | 'level'

const sideOf = (y: number, here: number): Side => (y < here ? 'above' : y > here ? 'below' : 'level')

/** Over a peak, under a valley, and on a slope at the side which the line leaves free. */
function placeOf(
  from: Side | undefined,
  to: Side | undefined,
): { isUnder: boolean; anchor: ChartLabel['anchor'] } {
  if (to === 'above' && from === 'above') return { isUnder: true, anchor: 'middle' }
  if (to === 'above' && from === undefined) return { isUnder: true, anchor: 'start' }
  if (to === 'above' && from === 'below') return { isUnder: false, anchor: 'end' }
  return { isUnder: false, anchor: from === 'above' ? 'start' : 'middle' }
}

function sides(frame: ChartFrame, y: number) {
  const { mark, font, bottom } = chartSizes[frame.size]
  const under = tenth(y + mark + font)
  return { over: tenth(y - mark - 6), under, isUnderFree: under <= bottom - 2 }
}

function otherSide(frame: ChartFrame, label: ChartLabel, { value }: ChartPoint): ChartLabel {
  const { over, under, isUnderFree } = sides(frame, frame.y(value))
  return { ...label, y: label.y === over && isUnderFree ? under : over }
}

function overlap(frame: ChartFrame, one: ChartLabel, other: ChartLabel): boolean {
  const { font } = chartSizes[frame.size]
  if (Math.abs(one.y - other.y) >= font) return false
  const [from, to] = reach(one, font)
  const [otherFrom, otherTo] = reach(other, font)
  return from < otherTo && otherFrom < to
}

function reach({ x, anchor, words }: ChartLabel, font: number): [number, number] {
  const wide = textWidth(words, font)
  const from = x - wide * { start: 0, middle: 0.5, end: 1 }[anchor]
  return [from, from + wide]
}

/** Moves a label that would leave the drawing, or meet the words beside the target, back in. */
function inside(frame: ChartFrame, label: ChartLabel): ChartLabel {
  const [from, to] = reach(label, chartSizes[frame.size].font)
  if (from < 0) return { ...label, x: 2, anchor: 'start' }
  if (to > frame.labelEdge) return { ...label, x: frame.labelEdge, anchor: 'end' }
  return label
}

/** The lines beside the target, one under the other, centred on it as far as the drawing allows. */
export function besideTarget(
  frame: ChartFrame,
  at: { x: number; y: number },
  words: readonly string[],
): ChartLabel[] {
  const { font, mark, bottom } = chartSizes[frame.size]
  const line = font + 2
  const height = (words.length - 1) * line
  const first = Math.max(font, Math.min(at.y + font * 0.36 - height / 2, bottom + 5 - height))
  return words.map((text, index) => ({
    x: tenth(at.x + mark + 5),
    y: tenth(first + index * line),
    anchor: 'start',
    words: text,
  }))
}
