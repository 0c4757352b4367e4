import { fillsFor } from '#src/lib/chart/pattern-fills.tsx'
import type { StackedSeries } from '#src/lib/chart/stacked-shares-chart.tsx'
import { estimateMean } from '#src/lib/statistics/estimate/estimate.ts'
import { shareInterval } from '#src/lib/statistics/estimate/intervals.ts'
import { weightedPercentWords } from '#src/lib/statistics/tabulation/percent-words.ts'
import { cellsBy } from '../estimate/persons-by-cell.ts'
import { runChiSquare, runRaoScott } from '../estimate/run-tests.ts'
import type { Work } from '../estimate/statistic-result.ts'
import { type StatisticOf, statisticSpec } from '../estimate/statistic-spec.ts'
import { categoryOf } from '../frame/survey-frame.ts'
import { type CrossResult, crossCountable } from './cross-table.ts'
import { type Countable, meanPlaces } from './result-tables.ts'

/** 満足計: the answers above the middle of a scale together, with their interval, by column of the cross table. */
export type TopShare = { label: string; cells: { percent: string; interval: string }[] }

/** A cross table with what is read from it: the answers above the middle together, the test, the bars. */
export type CrossFigure = {
  crossed: CrossResult
  top: TopShare | undefined
  /** 平均順位 of a ranking, by option and column of the cross table. */
  means: MeanPlaces | undefined
  /** 検定 in words; undefined where there is none to be made. */
  test: string | undefined
  chart: StackedSeries | undefined
  notApplicable: number
}

/** Of those who gave the option a place; empty where nobody did. */
export type MeanPlaces = { label: string; cells: string[] }[]

type Banner = { value: string; label: string }

/** クロス集計 of a question by one banner. The order of the bars is: everybody, then the columns. */
export function crossFigure(work: Work, countable: Countable, banner: Banner): CrossFigure {
  const crossed = crossCountable(work, countable.column, [banner.value])
  return {
    crossed,
    top: topShare(work, countable, banner.value),
    means: countable.kind === 'ranking' ? meansBy(work, countable.column, banner.value) : undefined,
    test: testWords(work, countable, banner.value),
    chart: countable.kind === 'single' ? chartOf(countable, banner, crossed) : undefined,
    notApplicable: crossed.notApplicable,
  }
}

/** 平均順位 of a ranking by the columns of a banner, everybody last. */
export function meansBy(work: Work, question: string, banner: string): MeanPlaces {
  const { codes, codesOfCell } = cellsBy(work.frame, [banner])
  const columns = [...codesOfCell.keys()].map((cell) =>
    meanPlaces(
      work,
      question,
      Uint8Array.from(codes, (code) => (code === cell ? 1 : 0)),
    ),
  )
  const byColumn = [...columns, meanPlaces(work, question)]
  const options = work.frame.rankings?.get(question) ?? []
  return options.map(({ label }, option) => ({ label, cells: byColumn.map((means) => means[option] ?? '') }))
}

/** Answers with points above 0 as one share of those asked; only for scales that have points on both sides. */
function topShare(work: Work, { column, kind, hasPoints }: Countable, banner: string): TopShare | undefined {
  if (kind !== 'single' || !hasPoints) return undefined
  const { codes, options } = categoryOf(work.frame, column)
  const isTop = options.map(({ points }) => (points ?? 0) > 0)
  const [first] = options
  if (!first || isTop.filter(Boolean).length < 2 || !options.some(({ points }) => (points ?? 0) < 0))
    return undefined
  const values = Float64Array.from(codes, (code) => (code === -3 ? Number.NaN : isTop[code] ? 1 : 0))
  const by = cellsBy(work.frame, [banner])
  const cells = [...by.codesOfCell.keys(), undefined].map((cell) => {
    const domain =
      cell === undefined ? undefined : Uint8Array.from(by.codes, (code) => (code === cell ? 1 : 0))
    const isAnswered = values.some((value, row) => !Number.isNaN(value) && domain?.[row] !== 0)
    if (!isAnswered) return { percent: '', interval: '' }
    const share = estimateMean({ values, domain }, work.built.design)
    const { low, high } = work.built.isProbability ? shareInterval(share) : {}
    const isKnown = low !== undefined && high !== undefined
    return {
      percent: weightedPercentWords(share.estimate),
      interval: isKnown ? `${(low * 100).toFixed(1)}〜${(high * 100).toFixed(1)}` : '',
    }
  })
  return { label: `${first.label}計`, cells }
}

/** Rao–Scott of the second order, among those with an opinion on both. Not made where a cell is empty. */
function testWords(work: Work, { column, kind }: Countable, banner: string): string | undefined {
  if (kind !== 'single' || !work.built.isProbability || column === banner) return undefined
  const pair = { row: column, column: banner }
  const [counted] = runChiSquare(
    work,
    statisticSpec.parse({ statistic: 'chi-square', ...pair }) as StatisticOf<'chi-square'>,
  )
  if (!counted || 'reason' in counted) return undefined
  if (counted.counts.some((count) => count === 0)) return 'していない（答えのない欄があるため）'
  const [found] = runRaoScott(
    work,
    statisticSpec.parse({ statistic: 'rao-scott', ...pair }) as StatisticOf<'rao-scott'>,
  )
  if (!found || !('secondOrder' in found)) return undefined
  const { F, ndf, ddf, p } = found.secondOrder
  if (!(ddf > 0) || Number.isNaN(F)) return undefined
  const df = `${ndf.toFixed(1)}, ${Math.round(ddf).toLocaleString('en-US')}`
  return `Rao–Scott（2次）F(${df})＝${F.toFixed(2)}、${p < 0.001 ? 'p＜0.001' : `p＝${p.toFixed(3)}`}`
}

function chartOf(
  { number, item, text }: Countable,
  { label: by }: Banner,
  { columns, lines }: CrossResult,
): StackedSeries | undefined {
  const answers = lines.filter(({ isMissing }) => !isMissing)
  const missing = lines.filter(({ isMissing }) => isMissing)
  const fills = fillsFor(answers.length)
  if (!fills) return undefined
  const order = [columns.length - 1, ...columns.slice(0, -1).keys()]
  return {
    title: `${number} ${item || text}（${by}別）`,
    description: `${by}ごとの答えの割合を、1本ずつの帯で示した図。数は、下の表にあります。`,
    categories: [
      ...answers.map(({ label }, place) => ({ label, fill: fills[place] ?? ('white' as const) })),
      ...missing.map(({ label }) => ({ label, fill: 'white' as const })),
    ],
    rows: order.flatMap((at) => {
      const column = columns[at]
      if (!column || column.base === 0) return []
      const note = `n＝${column.base.toLocaleString('en-US')}${column.isReference ? '（参考値）' : ''}`
      return [
        { label: column.label, note, shares: [...answers, ...missing].map(({ shares }) => shares[at] ?? 0) },
      ]
    }),
  }
}
