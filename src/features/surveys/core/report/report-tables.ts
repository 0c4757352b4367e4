import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import { crossFigure } from '../results/cross-figure.ts'
import { portfolioCells, portfolioHeads } from '../results/portfolio-cells.ts'
import type { PortfolioResult } from '../results/portfolio-result.ts'
import { portfolioFinding, portfolioSeries } from '../results/portfolio-series.ts'
import type { Countable, ResultTable } from '../results/result-tables.ts'
import { isWeighted } from '../results/survey-work.ts'
import { simpleFinding } from './findings.ts'
import { crossStamp, portfolioStamp, type Source, simpleStamp } from './make-stamp.ts'
import type { ReportChart, ReportTable } from './report-format.ts'

const titleOf = ({ number, item, text }: Countable) => `${number}　${item || text}`
const subtitleOf = ({ item, text }: Countable) => (item ? text : '')

/** 単純集計 of one question. */
export function simpleTable(source: Source, table: ResultTable): ReportTable {
  const isNumber = table.kind === 'number'
  const weighted = isWeighted(source.work) && !isNumber
  const hasErrors = source.work.built.isProbability && !isNumber
  const columns = [
    { head: '答え', width: 40, cell: (line: ResultTable['lines'][number]) => line.label },
    { head: '件', width: 12, cell: ({ count }: { count: number }) => count.toLocaleString('en-US') },
    ...(isNumber ? [] : [{ head: '%', width: 12, cell: ({ percent }: { percent: string }) => percent }]),
    ...(weighted
      ? [{ head: '%（重み）', width: 16, cell: (line: { weighted: string }) => line.weighted }]
      : []),
    ...(hasErrors
      ? [{ head: '95%の幅', width: 20, cell: (line: { interval: string }) => line.interval }]
      : []),
    ...(table.kind === 'ranking'
      ? [{ head: '平均順位', width: 14, cell: ({ meanPlace = '' }: { meanPlace?: string }) => meanPlace }]
      : []),
  ]
  return {
    title: titleOf(table),
    subtitle: subtitleOf(table),
    finding: simpleFinding(table),
    head: columns.map(({ head }) => head),
    widths: shared(columns.map(({ width }) => width)),
    numeric: [...columns.keys()].slice(1),
    rows: table.lines.map((line) => columns.map(({ cell }) => cell(line))),
    stamp: simpleStamp(source, table),
    chart: isNumber || table.base === 0 ? undefined : barsOf(table),
  }
}

const barsOf = (table: ResultTable): ReportChart => ({
  kind: 'bars',
  series: {
    title: titleOf(table),
    description: '答えごとの割合の横棒グラフ。細い線は95％の幅。数は、表にあります。',
    rows: table.lines.map(({ label, share, low, high, isMissing }) => ({
      label,
      share,
      low,
      high,
      isMissing,
    })),
  },
})

/** クロス集計 of one question: a line a column of the banner, everybody first. */
export function crossTable(
  source: Source,
  countable: Countable,
  banner: { value: string; label: string },
): ReportTable {
  const { crossed, top, means = [], test, chart, notApplicable } = crossFigure(source.work, countable, banner)
  const { columns, lines } = crossed
  const heads = [
    ...lines.map(({ label }) => label),
    ...(top ? [top.label] : []),
    ...means.map(({ label }) => `${label}（平均順位）`),
  ]
  const room = 74 / Math.max(1, heads.length)
  const order = [columns.length - 1, ...columns.slice(0, -1).keys()]
  return {
    title: titleOf(countable),
    subtitle: subtitleOf(countable),
    finding: '',
    head: [banner.label, 'n', ...heads],
    widths: shared([18, 8, ...heads.map(() => room)]),
    numeric: [...heads.keys(), heads.length].map((at) => at + 1),
    rows: order.flatMap((at) => {
      const column = columns[at]
      if (!column) return []
      const name = `${column.label}${column.isReference ? '（参考値）' : ''}`
      const cells = [
        ...lines.map((line) => line.cells[at] ?? ''),
        ...(top ? [top.cells[at]?.percent ?? ''] : []),
        ...means.map((mean) => mean.cells[at] ?? ''),
      ]
      return [[name, column.base.toLocaleString('en-US'), ...cells]]
    }),
    stamp: crossStamp(source, {
      countable,
      n: columns.at(-1)?.base ?? 0,
      banner: banner.label,
      notApplicable,
      test,
    }),
    chart: chart ? { kind: 'stacked', series: chart } : undefined,
  }
}

/** 満足度・重要度 with every variant of the improvement index. */
export function portfolioTable(
  source: Source,
  question: SurveyQuestion,
  result: PortfolioResult,
): ReportTable {
  const title = `${question.number}　満足度と重要度`
  const series = portfolioSeries(result, title)
  return {
    title,
    subtitle: question.text,
    finding: `${portfolioFinding(result)}。`,
    head: ['番号', '項目', '区分', ...portfolioHeads],
    widths: shared([5, 16, 12, ...portfolioHeads.map((head) => (head.includes('幅') ? 9 : 6))]),
    numeric: [0, ...[...portfolioHeads.keys()].map((at) => at + 3)],
    rows: portfolioCells(result).map(({ number, label, quarter, cells }) => [
      String(number),
      label,
      quarter,
      ...cells,
    ]),
    stamp: portfolioStamp(source, result, `${question.number} ${question.text}`),
    chart: series ? { kind: 'portfolio', series } : undefined,
  }
}

/** Widths that make 100. */
export function shared(widths: readonly number[]): number[] {
  const sum = widths.reduce((total, width) => total + width, 0)
  return widths.map((width) => Math.round((width * 1000) / sum) / 10)
}
