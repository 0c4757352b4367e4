import type { Indicator } from '#src/formats/plan-indicator.ts'
import { fiscalYearLabel, fiscalYearShort } from '#src/lib/japanese/fiscal-year.ts'
import type { Figures } from './figures.ts'

/** A fiscal year and a value. */
export type ChartPoint = [year: number, value: number]

/** What the small chart of an indicator draws; the templates only place it. Years are fiscal years. */
export type BookChart = {
  /** First and last year of the horizontal axis. */
  years: [number, number]
  /** Lowest and highest value of the vertical axis. */
  values: [number, number]
  /** Plan period within the axis, shown as ground. */
  period: [number, number] | null
  /** What was measured, the baseline included. */
  line: ChartPoint[]
  /** The way from the baseline over the interim values to the target. */
  way: ChartPoint[]
  dots: ChartPoint[]
  baseline: ChartPoint | null
  interims: ChartPoint[]
  target: ChartPoint | null
  /** A range to keep, at the year of the target. */
  range: { year: number; low: number; high: number } | null
  ticks: { year: number; label: string; isFirst: boolean }[]
  /** Numbers that stand in the picture; all others are in the table beside it. */
  baselineText: string
  targetText: string
  /** The same in words, for those who hear the book. */
  alternative: string
}

type Drawn = { figures: Figures; period: readonly [number, number] }

/** The chart of an indicator, or null when it has not even one value. */
export function bookChart(indicator: Indicator, { figures, period }: Drawn): BookChart | null {
  const points = pointsOf(indicator)
  const { dots, baseline, interims, target, range } = points
  const marks = [...dots, ...interims, ...[baseline, target].filter((point) => point !== null)]
  const limits = range ? [range.low, range.high] : []
  if (marks.length + limits.length === 0) return null
  const years = domainOfYears([...marks.map(([year]) => year), ...(range ? [range.year] : [])])
  const line = dots.some(([year]) => year === baseline?.[0])
    ? dots
    : sorted(baseline ? [...dots, baseline] : dots)
  return {
    years,
    values: domainOfValues([...marks.map(([, value]) => value), ...limits]),
    period: overlap(years, period),
    line,
    way: sorted([baseline, ...interims, target].filter((point) => point !== null)),
    dots: dots.filter(([year]) => year !== baseline?.[0]),
    baseline,
    interims,
    target,
    range,
    ticks: ticksOf(years, points),
    baselineText: baseline ? figures(baseline[1]) : '',
    targetText: target ? figures(target[1]) : '',
    alternative: alternativeOf(indicator, points, figures),
  }
}

type Points = Pick<BookChart, 'dots' | 'baseline' | 'interims' | 'target' | 'range'>

function pointsOf({ baseline, interim, target, actuals }: Indicator): Points {
  // A later entry of the same year corrects the earlier one.
  const measured = new Map(
    actuals.flatMap(({ fiscalYear, value }) => (value === null ? [] : [[fiscalYear, value]])),
  )
  const isRange = target?.kind === 'range' && (target.low !== undefined || target.high !== undefined)
  const [low, high] = [target?.low ?? target?.high ?? 0, target?.high ?? target?.low ?? 0]
  const hasTarget = target?.kind !== 'monitor-only' && typeof target?.value === 'number'
  return {
    dots: sorted([...measured] as ChartPoint[]),
    baseline: baseline.value === null ? null : [baseline.fiscalYear, baseline.value],
    interims: sorted(
      interim.flatMap(({ fiscalYear, value }) => (value === null ? [] : [[fiscalYear, value]])),
    ),
    target: hasTarget && target && target.value !== null ? [target.fiscalYear, target.value] : null,
    range: isRange && target ? { year: target.fiscalYear, low, high } : null,
  }
}

const sorted = (points: ChartPoint[]): ChartPoint[] => [...points].sort(([a], [b]) => a - b)

function domainOfYears(years: readonly number[]): [number, number] {
  const [first, last] = [Math.min(...years), Math.max(...years)]
  return first === last ? [first - 1, last + 1] : [first, last]
}

/** A change of a few per cent is not blown up to the height of the chart. */
function domainOfValues(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const least = Math.max(Math.abs(high) * 0.06, Math.abs(low) * 0.06, 0.001)
  if (high - low >= least) return [low, high]
  return [(low + high - least) / 2, (low + high + least) / 2]
}

function overlap(years: [number, number], period: readonly [number, number]): [number, number] | null {
  const [from, to] = [Math.max(years[0], period[0]), Math.min(years[1], period[1])]
  return from < to ? [from, to] : null
}

/** Years under the axis, the most telling first; one that would touch another is left out. */
function ticksOf([first, last]: [number, number], points: Points): BookChart['ticks'] {
  const { baseline, interims, target, range, dots } = points
  const wished = [
    baseline?.[0],
    target?.[0],
    range?.year,
    dots[0]?.[0],
    ...interims.map(([year]) => year),
    dots.at(-1)?.[0],
  ]
  const kept: number[] = []
  for (const year of wished) {
    const touches = (other: number) => Math.abs(other - (year ?? other)) / (last - first) < 0.16
    if (year !== undefined && !kept.some(touches)) kept.push(year)
  }
  return kept
    .sort((a, b) => a - b)
    .map((year) => ({ year, label: fiscalYearShort(year), isFirst: year === first }))
}

function alternativeOf({ name, unit }: Indicator, points: Points, figures: Figures): string {
  const { dots, baseline, interims, target, range } = points
  const at = ([year, value]: ChartPoint) => `${fiscalYearLabel(year)}${figures(value)}${unit}`
  const sentences = [
    dots.length > 0 ? `実績は${dots.map(at).join('、')}。` : '実績の値はまだない。',
    baseline ? `基準は${at(baseline)}。` : '',
    interims.length > 0 ? `中間の目標は${interims.map(at).join('、')}。` : '',
    target ? `目標は${at(target)}。` : '',
    range
      ? `${fiscalYearLabel(range.year)}まで${figures(range.low)}${unit}から${figures(range.high)}${unit}の範囲を保つ。`
      : '',
  ]
  return `${name}の推移のグラフ。${sentences.join('')}`
}
