import { directionLabels, indicatorKindLabels } from '#src/features/plan/core/labels.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Indicator, YearValue } from '#src/formats/plan-indicator.ts'
import { fiscalYearLabel, fiscalYearShort } from '#src/lib/japanese/fiscal-year.ts'
import { bookChart } from './book-chart.ts'
import type { BookWriter } from './book-text.ts'
import { chartDrawing } from './chart-drawing.ts'
import { type Figures, figuresOf } from './figures.ts'
import { phrasesOf } from './phrases.ts'

/** A value of an indicator as it stands in a table. `isNumber` is false for words such as 未設定. */
export type BookValue = { text: string; isNumber: boolean; year: string; yearShort: string }

export type BookIndicator = {
  id: string
  name: string
  /** The name in pieces that stay whole at the end of a line. */
  phrases: string[]
  unit: string
  definition: string
  kind: string
  source: string
  rationale: string
  frequency: string
  direction: { sign: string; word: string } | null
  baseline: BookValue
  interim: BookValue | null
  target: BookValue
  /** What the numbers alone do not say: why one is missing, other interim years, comments. */
  notes: string[]
  chart: DrawnChart | null
  isHeadline: boolean
}

/** The chart in the sizes the books use, drawn when it is asked for, and in words. `worth` is how many kinds of marks it shows, as an example. */
export type DrawnChart = {
  row: string
  low: string
  wide: string
  alternative: string
  hasWay: boolean
  worth: number
}

const signs = { increase: '↗', decrease: '↘', maintain: '→' } as const

export type IndicatorSource = { writer: BookWriter; plan: Pick<PlanDocument, 'period'> }

/** An indicator (指標) with its numbers written out, whatever is missing of them. */
export function bookIndicator(indicator: Indicator, { writer, plan }: IndicatorSource): BookIndicator {
  const { direction, baseline, target } = indicator
  const figures = figuresOf(valuesOf(indicator))
  const interim = middleOf(indicator)
  return {
    id: indicator.id,
    name: writer.title(indicator.name),
    phrases: phrasesOf(writer.title(indicator.name)),
    unit: indicator.unit,
    definition: definitionOf(indicator, writer),
    kind: indicatorKindLabels[indicator.kind],
    source: writer.line(indicator.source.ref),
    rationale: writer.line(indicator.rationale.text),
    frequency: [indicator.frequency, indicator.availableFrom].filter(Boolean).join('、'),
    direction: direction && { sign: signs[direction], word: directionLabels[direction] },
    baseline: shown(baseline, figures, '未把握'),
    interim: interim ? shown(interim, figures, '未設定') : null,
    target: targetOf(indicator, figures),
    notes: notesOf(indicator, { figures, interim, writer }),
    chart: drawnChart(indicator, figures, plan.period.fiscalYears),
    isHeadline: indicator.isHeadline && target !== null,
  }
}

function drawnChart(indicator: Indicator, figures: Figures, period: [number, number]): DrawnChart | null {
  const chart = bookChart(indicator, { figures, period })
  if (!chart) return null
  const { baseline, target, interims, line, way, alternative } = chart
  return {
    get row() {
      return chartDrawing(chart, { width: 59, height: 23 })
    },
    get low() {
      return chartDrawing(chart, { width: 59, height: 17.5 })
    },
    get wide() {
      return chartDrawing(chart, { width: 78, height: 30 })
    },
    alternative,
    hasWay: way.length > 1,
    worth: Math.min(line.length, 4) + (baseline ? 3 : 0) + (target ? 3 : 0) + (interims.length > 0 ? 1 : 0),
  }
}

/** Indicators in their order; equal orders are settled by id. */
export const inOrder = (indicators: readonly Indicator[]) =>
  [...indicators].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))

function shown({ fiscalYear, value }: YearValue, figures: Figures, whenMissing: string): BookValue {
  const years = { year: fiscalYearLabel(fiscalYear), yearShort: fiscalYearShort(fiscalYear) }
  if (value === null) return { text: whenMissing, isNumber: false, ...years }
  return { text: figures(value), isNumber: true, ...years }
}

function targetOf({ target }: Indicator, figures: Figures): BookValue {
  if (!target) return { text: '未設定', isNumber: false, year: '', yearShort: '' }
  const value = shown(target, figures, '未設定')
  if (target.kind === 'monitor-only') return { ...value, text: '経過を見る', isNumber: false }
  if (target.kind === 'value') return value
  const { low, high } = target
  if (low === undefined && high === undefined) return value
  const text = `${low === undefined ? '' : figures(low)}〜${high === undefined ? '' : figures(high)}`
  return { ...value, text, isNumber: true }
}

/** Of several interim values the one nearest the middle of the way stands in the table; the others in the notes. */
function middleOf({ baseline, interim, target }: Indicator): YearValue | undefined {
  const middle = (baseline.fiscalYear + (target?.fiscalYear ?? baseline.fiscalYear)) / 2
  const away = ({ fiscalYear }: YearValue) => Math.abs(fiscalYear - middle)
  return [...interim].sort((a, b) => away(a) - away(b) || a.fiscalYear - b.fiscalYear)[0]
}

function definitionOf({ definition, formula }: Indicator, writer: BookWriter): string {
  if (!formula || definition.includes('÷')) return writer.line(definition)
  const ratio = `${formula.numerator}÷${formula.denominator}`
  return writer.line(definition ? `${definition}（${ratio}）` : ratio)
}

type Noted = { figures: Figures; interim: YearValue | undefined; writer: BookWriter }

function notesOf({ baseline, interim, target }: Indicator, noted: Noted): string[] {
  const { figures, writer } = noted
  const others = interim
    .filter((one) => one !== noted.interim && one.value !== null)
    .map(({ fiscalYear, value }) => `${fiscalYearShort(fiscalYear)} ${figures(value ?? 0)}`)
  const notes = [
    baseline.value === null && baseline.missingReason ? `基準値：${baseline.missingReason}` : '',
    baseline.comment ? `基準値：${baseline.comment}` : '',
    others.length > 0 ? `ほかの中間値：${others.join('、')}` : '',
    noted.interim?.comment ? `中間値：${noted.interim.comment}` : '',
    target?.comment ? `目標値：${target.comment}` : '',
  ]
  return notes.filter(Boolean).map((note) => writer.line(note))
}

function valuesOf({ baseline, interim, target, actuals }: Indicator): (number | null | undefined)[] {
  return [
    baseline.value,
    target?.value,
    target?.low,
    target?.high,
    ...[...interim, ...actuals].map(({ value }) => value),
  ]
}
