import type { PortfolioMark, PortfolioSeries } from '#src/lib/chart/portfolio-frame.ts'
import { ellipseOutline } from '#src/lib/statistics/satisfaction/ellipse-outline.ts'
import { type PortfolioLine, type PortfolioResult, quadrantLabels } from './portfolio-result.ts'

/** 得点 of +2…−2, or 偏差値 around 50. */
export type PortfolioScale = 'points' | 'standard'

/** The picture of 満足度・重要度. Undefined on 偏差値 where all items are equal in one of the two. */
export function portfolioSeries(
  result: PortfolioResult,
  title: string,
  scale: PortfolioScale = 'points',
): PortfolioSeries | undefined {
  const { lines, centre, isProbability } = result
  const place = scale === 'points' ? (point: readonly [number, number]) => point : standardPlace(lines)
  if (!place) return undefined
  const marks = lines.map((line): PortfolioMark => {
    const [x, y] = place([line.satisfaction.estimate, line.importance.estimate])
    const at: [number, number] = [line.satisfaction.estimate, line.importance.estimate]
    const outline = line.ellipse ? ellipseOutline(line.ellipse, at).map(place) : []
    return { number: line.number, label: line.label, x, y, look: lookOf(line, isProbability), outline }
  })
  const [x, y] = place([centre.satisfaction, centre.importance])
  const unit = scale === 'points' ? '−2〜＋2' : '偏差値'
  return {
    title,
    description: descriptionOf(result),
    xLabel: `満足度（${unit}）`,
    yLabel: `重要度（${unit}）`,
    axes: { x, y },
    quadrants: quadrantLabels,
    marks,
  }
}

function lookOf({ isUndecided, quadrant }: PortfolioLine, isProbability: boolean): PortfolioMark['look'] {
  if (!isProbability) return 'open'
  if (isUndecided) return 'undecided'
  return quadrant === 'improve' ? 'improve' : 'decided'
}

/** Each axis is stretched alike for all, so an ellipse stays one. */
function standardPlace(lines: readonly PortfolioLine[]) {
  const across = stretchOf(
    lines.map(({ satisfaction, standardScores }) => [satisfaction.estimate, standardScores?.[0]]),
  )
  const upward = stretchOf(
    lines.map(({ importance, standardScores }) => [importance.estimate, standardScores?.[1]]),
  )
  if (!across || !upward) return undefined
  return ([x, y]: readonly [number, number]): [number, number] => [across(x), upward(y)]
}

/** The straight line through the lowest and the highest pair of value and 偏差値. */
function stretchOf(pairs: readonly (readonly [number, number | undefined])[]) {
  const sorted = pairs.toSorted(([a], [b]) => a - b)
  const [low, high] = [sorted[0], sorted.at(-1)]
  if (low?.[1] === undefined || high?.[1] === undefined || high[0] === low[0]) return undefined
  const [from, start] = [low[0], low[1]]
  const slope = (high[1] - start) / (high[0] - from)
  return (value: number) => start + (value - from) * slope
}

const namesIn = (lines: readonly PortfolioLine[]) => lines.map(({ label }) => `「${label}」`).join('、')

function descriptionOf({ lines, isProbability }: PortfolioResult): string {
  const urgent = lines.filter(({ quadrant, isUndecided }) => quadrant === 'improve' && !isUndecided)
  const open = lines.filter(({ isUndecided }) => isUndecided)
  return [
    '横が満足度、縦が重要度の散布図です。',
    urgent.length > 0 ? `重要だが満足されていないのは${namesIn(urgent)}です。` : '',
    isProbability && open.length > 0 ? `区分が未確定なのは${open.length}項目です。` : '',
    '数は、下の表にあります。',
  ].join('')
}

/** What the picture shows, in a sentence over it. */
export function portfolioFinding({ lines, isProbability }: PortfolioResult): string {
  const improve = lines.filter(({ quadrant, isUndecided }) => quadrant === 'improve' && !isUndecided)
  const label = `「${quadrantLabels.improve}」`
  if (!isProbability) return '確率標本ではないので、区分は目安です'
  if (improve.length === 0) return `${label}にあると言い切れる項目はありません`
  const names = improve.slice(0, 3).map((line) => line.label)
  return `${names.join('・')}${improve.length > 3 ? 'など' : ''}が${label}にあります`
}
