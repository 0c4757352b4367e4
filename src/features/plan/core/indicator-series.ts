import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { ChartPoint, IndicatorSeries } from '#src/lib/chart/indicator-series.ts'
import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import { groupedNumber } from '#src/lib/text/number-format.ts'

const known = (values: readonly { fiscalYear: number; value: number | null }[]): ChartPoint[] =>
  values
    .flatMap(({ fiscalYear, value }) => (value === null ? [] : [{ fiscalYear, value }]))
    .sort((a, b) => a.fiscalYear - b.fiscalYear)

/** The values of an indicator as its chart draws them. */
export function seriesOf(indicator: Indicator, period: readonly [number, number]): IndicatorSeries {
  const { name, unit, baseline, target, interim, actuals } = indicator
  const [start] = known([baseline])
  const range = rangeOf(target)
  const [goal] = target && !range && target.kind !== 'monitor-only' ? known([target]) : []
  return {
    name,
    unit,
    decimals: decimalsOf(indicator),
    actuals: known(actuals),
    baseline: start,
    interim: known(interim),
    target: goal,
    range,
    period,
  }
}

function rangeOf(target: Indicator['target']): IndicatorSeries['range'] {
  if (target?.kind !== 'range' || target.low === undefined || target.high === undefined) return undefined
  return { fiscalYear: target.fiscalYear, low: target.low, high: target.high }
}

/** As many decimals as the most exact value has, at most two; the same for all values of an indicator. */
export function decimalsOf({ baseline, target, interim, actuals }: Indicator): number {
  let most = Math.max(decimalsIn(baseline.value), decimalsIn(target?.value))
  most = Math.max(most, decimalsIn(target?.low), decimalsIn(target?.high))
  for (const { value } of interim) most = Math.max(most, decimalsIn(value))
  for (const { value } of actuals) most = Math.max(most, decimalsIn(value))
  return most
}

/** 41.8 is a tenth, although ten times it is not quite 418 for a computer. */
function decimalsIn(value: number | null | undefined): number {
  if (value === null || value === undefined || Number.isInteger(value)) return 0
  const tenths = value * 10
  return Math.abs(tenths - Math.round(tenths)) < 1e-6 ? 1 : 2
}

/** A value of the indicator as text and tables show it: 1,234 or 41.8. */
export const valueText = (indicator: Indicator, value: number): string =>
  groupedNumber(value, decimalsOf(indicator))

/** What the chart shows, in a sentence: for who hears the page, and under the figure. */
export function courseText(indicator: Indicator): string {
  const { unit, baseline, target, interim } = indicator
  const say = (value: number) => `${valueText(indicator, value)}${unit}`
  const actuals = known(indicator.actuals)
  const [first, latest] = [actuals[0], actuals.at(-1)]
  const parts = [
    first && latest && first !== latest
      ? `${fiscalYearLabel(first.fiscalYear)}の${say(first.value)}から${fiscalYearLabel(latest.fiscalYear)}の${say(latest.value)}${movement(first.value, latest.value)}。`
      : latest
        ? `${fiscalYearLabel(latest.fiscalYear)}は${say(latest.value)}。`
        : '',
    baseline.value !== null && baseline.fiscalYear !== latest?.fiscalYear
      ? `基準は${fiscalYearLabel(baseline.fiscalYear)}の${say(baseline.value)}。`
      : '',
    ...known(interim).map(
      ({ fiscalYear, value }) => `中間目標は${fiscalYearLabel(fiscalYear)}に${say(value)}。`,
    ),
    targetText(indicator),
  ]
  return parts.join('') || (target ? '' : '値はまだありません。')
}

const movement = (from: number, to: number) =>
  to > from ? 'に増えた' : to < from ? 'に減った' : 'まで変わらない'

/** 目標は令和9年度に0人。 */
export function targetText(indicator: Indicator): string {
  const { target, unit } = indicator
  if (!target) return '目標はまだありません。'
  const when = fiscalYearLabel(target.fiscalYear)
  if (target.kind === 'monitor-only') return '目標は決めず、経過を見る。'
  if (target.kind === 'range' && target.low !== undefined && target.high !== undefined) {
    return `目標は${when}まで${valueText(indicator, target.low)}〜${valueText(indicator, target.high)}${unit}に保つこと。`
  }
  return target.value === null
    ? '目標はまだありません。'
    : `目標は${when}に${valueText(indicator, target.value)}${unit}。`
}
