import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import { linearTrend, predictionInterval } from '#src/lib/statistics/linear-trend.ts'
import { bestPace, neededPace, shown, type TargetCase } from './target-case.ts'

export type { TargetCase } from './target-case.ts'

/** 目標値の妥当性: one thing to look at, in a sentence. Nothing here blocks anything. */
export type RealismLine = { topic: string; words: string }

export const verdictLabels = {
  reached: '到達済み',
  onTrack: '現状の延長で届く',
  faster: '現状より速い改善が必要',
  beyond: '過去最高の2倍を超える',
  noise: '誤差の範囲内',
  unknown: '判断材料が足りない',
} as const
export type Verdict = keyof typeof verdictLabels

/** 目標値の妥当性パネル (plan.md §12): trend, best past pace, peers, margin of error, population frame, related plans. */
export function targetRealism(target: TargetCase): { verdict: Verdict; lines: RealismLine[] } {
  const lines = [
    ...paceLines(target),
    ...trendLines(target),
    ...surveyLines(target),
    ...peerLines(target),
    ...frameLines(target),
    ...relatedLines(target),
  ]
  return { verdict: verdictOf(target), lines }
}

function verdictOf(target: TargetCase): Verdict {
  const needed = neededPace(target)
  if (needed === undefined) return 'unknown'
  if (needed <= 0) return 'reached'
  if (isNoise(target)) return 'noise'
  const trend = trendOf(target)
  const best = bestPace(target)
  const pace = trend && target.sign * trend.slope
  if (pace !== undefined && pace >= needed) return 'onTrack'
  if (best !== undefined && needed > 2 * Math.max(best, 0)) return 'beyond'
  return best === undefined && pace === undefined ? 'unknown' : 'faster'
}

const trendOf = ({ actuals }: TargetCase) =>
  actuals.length < 3
    ? undefined
    : linearTrend(actuals.map(({ fiscalYear, value }) => ({ x: fiscalYear, y: value })))

function paceLines(target: TargetCase): RealismLine[] {
  const { unit, baseline, target: goal } = target
  const needed = neededPace(target)
  if (needed === undefined)
    return [
      { topic: '必要な速さ', words: '基準値、目標値、方向性のどれかがないため、速さを計算できません。' },
    ]
  const years = goal.fiscalYear - baseline.fiscalYear
  if (needed <= 0)
    return [
      {
        topic: '必要な速さ',
        words: `基準値（${shown(baseline.value)}${unit}）が、すでに目標値に届いています。`,
      },
    ]
  const best = bestPace(target)
  const words = `目標に届くには、${years}年間、毎年${shown(needed)}${unit}ずつの改善が必要です。`
  if (best === undefined)
    return [{ topic: '必要な速さ', words: `${words}実績が2年分ないため、過去の速さとはくらべられません。` }]
  return [{ topic: '必要な速さ', words: words + pastWords(needed, best, unit) }]
}

function pastWords(needed: number, best: number, unit: string): string {
  if (best <= 0) return 'これまでに、続けて良くなった時期がありません。'
  const fastest = `これまでで最も速かったのは年${shown(best)}${unit}で、`
  return needed <= best * 1.05
    ? `${fastest}その範囲の速さです。`
    : `${fastest}その${shown(needed / best)}倍の速さです。`
}

function trendLines(target: TargetCase): RealismLine[] {
  const { unit, target: goal, sign, actuals } = target
  const trend = trendOf(target)
  if (!trend) {
    return [
      {
        topic: 'これまでの傾向',
        words: `実績が${actuals.length}年分のため、傾向は出せません（3年分から）。`,
      },
    ]
  }
  const value = trend.intercept + trend.slope * goal.fiscalYear
  const [first, last] = [actuals[0]?.fiscalYear ?? 0, actuals.at(-1)?.fiscalYear ?? 0]
  const gap = goal.value === undefined || sign === 0 ? undefined : sign * (value - goal.value)
  const interval = actuals.length >= 5 ? predictionInterval(trend, goal.fiscalYear) : undefined
  const range = interval ? `（80％の見込みの幅は${shown(interval.low)}〜${shown(interval.high)}${unit}）` : ''
  const words =
    `${fiscalYearLabel(first)}から${fiscalYearLabel(last)}までの傾向が続くと、` +
    `${fiscalYearLabel(goal.fiscalYear)}は約${shown(value)}${unit}です${range}。` +
    (gap === undefined ? '' : gap >= 0 ? '目標値に届く見込みです。' : '目標値には届きません。')
  return [{ topic: 'これまでの傾向', words }]
}

/** Margins of two surveys, each `1.96·sqrt(deff·p(1−p)/n)`; without a known n the sentence says what it would be. */
function surveyLines(target: TargetCase): RealismLine[] {
  const { survey, baseline, target: goal, unit } = target
  if (!survey || baseline.value === undefined || goal.value === undefined || !isShare(target)) return []
  if (survey.answers === undefined) {
    const example = shown(marginOf(baseline.value, 500))
    const words = `アンケートの割合ですが、回答数が分かりません。回答が500件なら、1回の誤差は±${example}ポイントほどです。`
    return [{ topic: '調査の誤差', words }]
  }
  const change = Math.abs(goal.value - baseline.value)
  const least = leastDifference(target)
  const words =
    `回答${survey.answers}件のとき、基準値の誤差は±${shown(marginOf(baseline.value, survey.answers))}ポイントです。` +
    (change < least
      ? `目標までの${shown(change)}${unit}の差は、誤差（${shown(least)}ポイント）と区別できません。`
      : `目標までの${shown(change)}${unit}の差は、誤差（${shown(least)}ポイント）より大きく、見分けられます。`)
  return [{ topic: '調査の誤差', words: `${words}（無作為に選んだ調査とみて、加重は考えていません）` }]
}

const isShare = ({ baseline, target }: TargetCase) =>
  [baseline.value, target.value].every((value) => value !== undefined && value >= 0 && value <= 100)

const varianceOf = (percent: number, answers: number) => (percent * (100 - percent)) / answers
const marginOf = (percent: number, answers: number) => 1.96 * Math.sqrt(varianceOf(percent, answers))

/** The smallest change two surveys of this size can tell from noise. */
function leastDifference({ baseline, target, survey }: TargetCase): number {
  const answers = survey?.answers ?? Number.POSITIVE_INFINITY
  return 1.96 * Math.sqrt(varianceOf(baseline.value ?? 0, answers) + varianceOf(target.value ?? 0, answers))
}

function isNoise(target: TargetCase): boolean {
  const { survey, baseline, target: goal } = target
  if (survey?.answers === undefined || !isShare(target)) return false
  return Math.abs((goal.value ?? 0) - (baseline.value ?? 0)) < leastDifference(target)
}

function peerLines({ peers }: TargetCase): RealismLine[] {
  if (!peers) return []
  const { label, groupName, n, own, mean, unit, score } = peers
  const standing = score === undefined ? '' : `偏差値は${shown(score)}です。`
  const words = `「${label}」は本市が${shown(own)}${unit}、${groupName}（${n}市区町村）の平均が${shown(mean)}${unit}です。${standing}`
  return [{ topic: 'ほかの市', words }]
}

const counted = /^(人|世帯|件|回|戸|台|冊|か所|箇所|団体|組|kg|t|トン|㎥)$/

function frameLines({ frame, baseline, target, unit }: TargetCase): RealismLine[] {
  if (!frame || target.value === undefined) return []
  const ratio = frame.persons / frame.presentPersons
  const move =
    `計画フレームでは、総人口が${frame.presentYear}年の${whole(frame.presentPersons)}人から、` +
    `${frame.year}年に${whole(frame.persons)}人になります（${percentWords(ratio)}）。`
  if (counted.test(unit) && baseline.value !== undefined) {
    const words = `人口と同じ割合で動くだけでも、基準値は約${shown(baseline.value * ratio)}${unit}になります。`
    return [{ topic: '計画人口', words: move + words }]
  }
  if (/^[%％]$/.test(unit)) {
    const words = `目標値の${shown(target.value)}％は、全員を分母とすると約${whole((frame.persons * target.value) / 100)}人分です。`
    return [{ topic: '計画人口', words: move + words }]
  }
  return [{ topic: '計画人口', words: move }]
}

const whole = (value: number) => Math.round(value).toLocaleString('en-US')
const percentWords = (ratio: number) => `${ratio >= 1 ? '＋' : '−'}${shown(Math.abs(ratio - 1) * 100)}％`

function relatedLines({ related, target, unit }: TargetCase): RealismLine[] {
  return related.map(({ planName, fiscalYear, value }) => {
    const isSame = value === target.value && fiscalYear === target.fiscalYear
    const goal = `「${planName}」の同じ指標の目標は、${fiscalYearLabel(fiscalYear)}に${shown(value)}${unit}です。`
    return {
      topic: '関連計画',
      words:
        goal + (isSame ? '同じ目標です。' : '違う目標です。理由を設定根拠に書くと、伝わりやすくなります。'),
    }
  })
}
