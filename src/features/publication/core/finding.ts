import { targetText, valueText } from '#src/features/plan/core/indicator-series.ts'
import type { Indicator } from '#src/formats/plan-indicator.ts'
import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import { achievementRate, actualAfterBaseline } from './judgement.ts'

type YearValue = { fiscalYear: number; value: number }

/** The title of an indicator's figure: what its values say, never only what they are about. */
export function findingText(indicator: Indicator): string {
  const { name, baseline } = indicator
  const after = actualAfterBaseline(indicator)
  const known = knownActuals(indicator)
  const start = after && baseline.value !== null ? { ...baseline, value: baseline.value } : known[0]
  const latest = after ?? known.at(-1)
  if (!latest || !start) {
    if (baseline.value === null) return `${name}の値は、まだありません`
    return `${name}は、${whenAndWhat(indicator, { ...baseline, value: baseline.value })}です`
  }
  if (start.fiscalYear === latest.fiscalYear) return `${name}は、${whenAndWhat(indicator, latest)}です`
  if (start.value === latest.value) {
    return `${name}は、${whenAndWhat(indicator, start)}から変わっていません`
  }
  return `${name}は、${whenAndWhat(indicator, start)}から${whenAndWhat(indicator, latest)}${movedTo(indicator, start, latest)}`
}

/** How far it is to the target, in words: what was gone, what is left, and whether the last interim value was reached. */
export function progressText(indicator: Indicator): string {
  return [interimText(indicator), targetProgress(indicator)].filter(Boolean).join('')
}

function targetProgress(indicator: Indicator): string {
  const { baseline, target } = indicator
  if (!target || target.kind === 'monitor-only') return polite(targetText(indicator))
  const latest = actualAfterBaseline(indicator)
  if (target.kind === 'range') return rangeProgress(indicator, latest)
  if (target.value === null) return polite(targetText(indicator))
  const goal = `目標は${fiscalYearLabel(target.fiscalYear)}に${value(indicator, target.value)}です。`
  if (!latest) return `${goal}基準年度より後の実績は、まだありません。`
  const left = target.value - latest.value
  const rate = achievementRate(indicator)
  if (rate === undefined || baseline.value === null) {
    return left === 0
      ? `${goal}目標と同じ値です。`
      : `${goal}目標との差は${difference(indicator, left)}です。`
  }
  if (rate >= 1) return `${goal}目標に届いています。`
  const rest = `目標まで、あと${difference(indicator, left)}です。`
  if (rate === 0) return `基準の${value(indicator, baseline.value)}から変わっていません。${rest}`
  const moved = `基準の${value(indicator, baseline.value)}から${difference(indicator, latest.value - baseline.value)}${moving(indicator, latest.value - baseline.value)}`
  return rate < 0
    ? `${moved}、目標から離れました。${rest}`
    : `${moved}、目標までの道のりの${wholePercent(rate)}％まで進みました。${rest}`
}

function rangeProgress(indicator: Indicator, latest: YearValue | undefined): string {
  const { low, high } = indicator.target ?? {}
  if (low === undefined || high === undefined) return polite(targetText(indicator))
  const range = `${valueText(indicator, low)}〜${value(indicator, high)}`
  if (!latest) return `目標は${range}に保つことです。基準年度より後の実績は、まだありません。`
  const outside = Math.max(low - latest.value, latest.value - high)
  return outside <= 0
    ? `目標の範囲（${range}）に入っています。`
    : `目標の範囲（${range}）から${difference(indicator, outside)}離れています。`
}

/** Whether the last interim value whose year is over was reached, by the actual of that same year. */
function interimText(indicator: Indicator): string {
  const { interim, direction } = indicator
  if (direction !== 'increase' && direction !== 'decrease') return ''
  const known = knownActuals(indicator)
  const due = interim
    .flatMap((one) => {
      const actual = known.find(({ fiscalYear }) => fiscalYear === one.fiscalYear)
      return one.value === null || !actual
        ? []
        : [{ ...one, value: one.value, short: one.value - actual.value }]
    })
    .sort((a, b) => b.fiscalYear - a.fiscalYear)[0]
  if (!due) return ''
  const short = direction === 'increase' ? due.short : -due.short
  const named = `中間目標（${fiscalYearLabel(due.fiscalYear)}に${value(indicator, due.value)}）に`
  return short > 0 ? `${named}は${difference(indicator, short)}届きませんでした。` : `${named}届きました。`
}

const knownActuals = ({ actuals }: Indicator): YearValue[] =>
  actuals
    .flatMap((one) => (one.value === null ? [] : [{ fiscalYear: one.fiscalYear, value: one.value }]))
    .sort((a, b) => a.fiscalYear - b.fiscalYear)

const value = (indicator: Indicator, number: number) => `${valueText(indicator, number)}${indicator.unit}`

const whenAndWhat = (indicator: Indicator, { fiscalYear, value: number }: YearValue) =>
  `${fiscalYearLabel(fiscalYear)}の${value(indicator, number)}`

/** Between two percentages lie points, not per cent. */
const difference = (indicator: Indicator, by: number) =>
  `${valueText(indicator, Math.abs(by))}${indicator.unit === '％' ? 'ポイント' : indicator.unit}`

const isShare = ({ unit }: Indicator) => unit === '％' || unit === 'ポイント' || unit === '指数'

const moving = (indicator: Indicator, by: number) =>
  isShare(indicator) ? (by > 0 ? '上がり' : '下がり') : by > 0 ? '増え' : '減り'

const movedTo = (indicator: Indicator, from: YearValue, to: YearValue) =>
  `まで${moving(indicator, to.value - from.value)}ました`

const polite = (words: string) =>
  words.replace('経過を見る。', '経過を見ます。').replace('保つこと。', '保つことです。')

/** Whole per cent towards the start, so that 100 is said only of a target that was reached. */
export const wholePercent = (share: number) => Math.trunc(share * 100 + Math.sign(share) * 1e-9)
