import type { Indicator } from '#src/formats/plan-indicator.ts'

export type Judgement = 'better' | 'same' | 'worse' | 'unknown'

export const judgementLabels: Record<Judgement, string> = {
  better: '改善',
  same: '横ばい',
  worse: '悪化',
  unknown: '判定不能',
}

/** `arrow` is the way the value went, up or down the chart; `why` says why nothing could be judged. */
export type Judged = { judgement: Judgement; arrow: '↗' | '→' | '↘' | ''; why: string }

/**
 * 改善・横ばい・悪化: the latest actual against the baseline, by the criterion fixed beforehand in the technical note.
 *
 * What is to be kept (維持) is judged by its distance from the range. Without criterion, direction, or an actual after
 * the baseline year there is no judgement; nor by the margin of error, for which the survey's figures are needed.
 */
export function judge(indicator: Indicator): Judged {
  const { baseline, note } = indicator
  const latest = actualAfterBaseline(indicator)
  const way = wayOf(indicator)
  if (!indicator.direction) return unknown('増やすのか減らすのかが、まだ決まっていません')
  if (!note.changeCriterion) return unknown('判定の基準が、まだ決まっていません')
  if (!way) return unknown('保つ範囲が、まだ決まっていません')
  if (baseline.value === null) return unknown('基準値がありません')
  if (!latest) return unknown('基準年度より後の実績が、まだありません')
  const up = amount(note.changeCriterion.improve, baseline.value)
  const down = amount(note.changeCriterion.worsen, baseline.value)
  if (up === undefined || down === undefined) return unknown('調査の誤差の大きさが、まだ分かりません')
  const gain = way(latest.value) - way(baseline.value)
  const moved = latest.value - baseline.value
  const arrow = moved > 0 ? '↗' : moved < 0 ? '↘' : '→'
  if (gain > 0 && reaches(gain, up)) return { judgement: 'better', arrow, why: '' }
  if (gain < 0 && reaches(-gain, down)) return { judgement: 'worse', arrow, why: '' }
  return { judgement: 'same', arrow: '→', why: '' }
}

const unknown = (why: string): Judged => ({ judgement: 'unknown', arrow: '', why })

/** The latest known actual value of a year after the baseline's. */
export function actualAfterBaseline({ actuals, baseline }: Indicator) {
  return actuals.reduce<{ fiscalYear: number; value: number } | undefined>((latest, one) => {
    if (one.value === null || one.fiscalYear <= (latest?.fiscalYear ?? baseline.fiscalYear)) return latest
    return { fiscalYear: one.fiscalYear, value: one.value }
  }, undefined)
}

/** Measures a value so that more is better: as it is, turned round, or as the distance from what is to be kept. */
function wayOf({ direction, target }: Indicator): ((value: number) => number) | undefined {
  if (direction === 'increase') return (value) => value
  if (direction === 'decrease') return (value) => -value
  const low = target?.low ?? target?.value ?? undefined
  const high = target?.high ?? target?.value ?? undefined
  if (low === undefined || high === undefined) return undefined
  return (value) => -Math.max(low - value, value - high, 0)
}

type Change = NonNullable<Indicator['note']['changeCriterion']>['improve']

function amount(change: Change, from: number): number | undefined {
  if ('abs' in change) return change.abs
  return 'rel' in change ? Math.abs(from) * change.rel : undefined
}

/** 4.1 − 1.1 is a little less than 3 for a computer, but not for a reader. */
const reaches = (gain: number, needed: number) => gain >= needed - 1e-9 * Math.max(1, needed)

/** 目標までの道のり: the share of the way from baseline to target that was gone; may be negative or more than 1. */
export function achievementRate(indicator: Indicator): number | undefined {
  const { baseline, target } = indicator
  const latest = actualAfterBaseline(indicator)
  if (!latest || baseline.value === null || target?.kind !== 'value' || target.value === null)
    return undefined
  if (target.value === baseline.value) return undefined
  return (latest.value - baseline.value) / (target.value - baseline.value)
}

/** The criterion in words: what must change by how much to count. */
export function criterionWords({ note, unit, direction }: Indicator): string {
  if (!note.changeCriterion || !direction) return ''
  const { improve, worsen } = note.changeCriterion
  const by = (change: Change) =>
    'abs' in change
      ? `${change.abs}${unit === '％' ? 'ポイント' : unit}以上`
      : 'rel' in change
        ? `基準値の${Math.round(change.rel * 1000) / 10}％以上`
        : '調査の誤差を超えて'
  const [good, bad] = {
    increase: ['増えれば', '減れば'],
    decrease: ['減れば', '増えれば'],
    maintain: ['範囲に近づけば', '範囲から離れれば'],
  }[direction]
  return `基準値より${by(improve)}${good}「改善」、${by(worsen)}${bad}「悪化」、その間は「横ばい」です。`
}
