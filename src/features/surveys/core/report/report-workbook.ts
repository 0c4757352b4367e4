import type { WriteSheet, WriteValue } from '#src/lib/table/table.ts'
import { questionsOf } from '../questionnaire/edit-questionnaire.ts'
import { type CrossFigure, crossFigure } from '../results/cross-figure.ts'
import { portfolioCells, portfolioHeads } from '../results/portfolio-cells.ts'
import { portfolioOf } from '../results/portfolio-result.ts'
import { countablesOf, type ResultTable, tabulateCountable } from '../results/result-tables.ts'
import { portfolioStamp, simpleStamp } from './make-stamp.ts'
import type { ReportSource } from './report-format.ts'
import { printedStamp, shortHash } from './stamp.ts'

/** 集計表: an index, a sheet a question with its shares by every variable of the strata, and 満足度・重要度. */
export function reportWorkbook(source: ReportSource): WriteSheet[] {
  const { work, dataset } = source
  const tables = countablesOf(dataset.questionnaire).map((one) => tabulateCountable(work, one))
  const portfolios = portfolioSheets(source)
  const index = [
    ...tables.map((table) => [
      sheetName(table.column),
      table.number,
      table.item || table.text,
      table.base,
      table.isReference ? '参考値' : '',
    ]),
    ...portfolios.map(({ name, title }) => [name, '', title, null, '']),
  ]
  return [indexSheet(source, index), ...tables.map((table) => questionSheet(source, table)), ...portfolios]
}

const sheetName = (column: string) => column.slice(0, 31)

const indexSheet = ({ dataset, hash }: ReportSource, rows: WriteSheet['rows']): WriteSheet => ({
  name: '目次',
  title: dataset.title,
  guidance: `有効回答 ${dataset.answers.count}件・データ版 ${shortHash(hash)}・シートの名前は、設問の列の名前です`,
  columns: [
    { header: 'シート', width: 12, format: 'text' },
    { header: '問', width: 8, format: 'text' },
    { header: '設問', width: 60, format: 'text' },
    { header: 'n', width: 8, format: 'whole' },
    { header: '注', width: 10, format: 'text' },
  ],
  rows,
})

/** A percentage as a number to go on with; 「-」 stays the sign it is. */
const figure = (words: string): WriteValue => (words === '' || words === '-' ? words : Number(words))

/** Simple tabulation at the left, then the weighted percentages of each column of each variable of the strata. */
function questionSheet(source: ReportSource, table: ResultTable): WriteSheet {
  const banners = table.kind === 'number' || table.base === 0 ? [] : source.survey.strata.variables
  const crossed = banners.map((name) => crossFigure(source.work, table, { value: name, label: name }))
  const columns = crossed.flatMap(({ crossed: found }, place) =>
    found.columns.slice(0, -1).map((column, at) => ({ found, at, column, name: banners[place] ?? '' })),
  )
  const hasBases = columns.length > 0
  const isRanking = table.kind === 'ranking'
  return {
    name: sheetName(table.column),
    title: `${table.number} ${table.item || table.text}`,
    guidance: printedStamp(simpleStamp(source, table)),
    columns: [
      { header: '答え', width: 40, format: 'text' },
      { header: '件', width: 10, format: 'whole' },
      { header: '%', width: 10, format: 'tenth' },
      { header: '%（重み）', width: 12, format: 'tenth' },
      { header: '95%の幅', width: 16, format: 'text' },
      ...(isRanking ? [{ header: '平均順位', width: 10, format: 'decimal' as const }] : []),
      ...columns.map(({ name, column }) => ({
        header: `${name}：${column.label}（%）${column.isReference ? '参考値' : ''}`,
        width: 14,
        format: 'tenth' as const,
      })),
    ],
    rows: [
      ...(hasBases
        ? [
            [
              'n',
              table.base,
              '',
              '',
              '',
              ...(isRanking ? [''] : []),
              ...columns.map(({ column }) => String(column.base)),
            ],
          ]
        : []),
      ...table.lines.map(({ label, count, percent, weighted, interval, meanPlace = '' }): WriteValue[] => [
        label,
        count,
        figure(percent),
        figure(weighted),
        interval,
        ...(isRanking ? [figure(meanPlace)] : []),
        ...columns.map(({ found, at }) =>
          figure(found.lines.find((line) => line.label === label)?.cells[at] ?? ''),
        ),
      ]),
      ...(isRanking ? meanRows(table, crossed) : []),
      ...tests(banners, crossed),
    ],
  }
}

/** 平均順位 by the columns of the banners, under the shares. */
const meanRows = ({ lines }: ResultTable, crossed: readonly Pick<CrossFigure, 'means'>[]): WriteValue[][] =>
  lines
    .filter(({ isMissing }) => !isMissing)
    .map(({ label, meanPlace = '' }) => [
      `${label}（平均順位）`,
      '',
      '',
      '',
      '',
      figure(meanPlace),
      ...crossed.flatMap(({ means = [] }) => {
        const cells = means.find((mean) => mean.label === label)?.cells ?? []
        return cells.slice(0, -1)
      }),
    ])

const tests = (
  banners: readonly string[],
  crossed: readonly { test: string | undefined }[],
): WriteValue[][] =>
  crossed.flatMap(({ test }, place) => (test ? [[`検定（${banners[place]}）：${test}`]] : []))

function portfolioSheets(source: ReportSource): WriteSheet[] {
  const duals = questionsOf(source.dataset.questionnaire).filter(({ type }) => type === 'matrix-dual')
  return duals.flatMap((question) => {
    const result = portfolioOf(source.work, question)
    if (!result) return []
    const title = `${question.number} 満足度と重要度`
    return [
      {
        name: `${sheetName(question.code).slice(0, 20)} 満足度と重要度`,
        title,
        guidance: printedStamp(portfolioStamp(source, result, title)),
        columns: [
          { header: '番号', width: 8, format: 'whole' as const },
          { header: '項目', width: 28, format: 'text' as const },
          { header: '区分', width: 18, format: 'text' as const },
          ...portfolioHeads.map((header) => ({ header, width: 16, format: 'text' as const })),
        ],
        rows: portfolioCells(result).map(({ number, label, quarter, cells }) => [
          number,
          label,
          quarter,
          ...cells,
        ]),
      },
    ]
  })
}
