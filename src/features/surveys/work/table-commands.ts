import { writeFile } from 'node:fs/promises'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { percentWords, weightedPercentWords } from '#src/lib/statistics/tabulation/percent-words.ts'
import { type CliCall, type CliCommand, UnusableCall } from '#src/platform/cli.ts'
import { runRanking } from '../core/estimate/run-ranking.ts'
import { runCross, runMultiple, runShares } from '../core/estimate/run-tables.ts'
import type { EstimateResult } from '../core/estimate/statistic-result.ts'
import { type StatisticOf, statisticSpec } from '../core/estimate/statistic-spec.ts'
import { firstColumn } from '../core/frame/ranking-columns.ts'
import type { LoadedSurvey } from './load-survey.ts'
import { namesIn, surveyFrom, telling } from './survey-options.ts'

const fileHelp =
  'ファイル：survey.json（shirube-survey/1）、回答のCSV、spec.json（shirube-estimate/1）のどれか'

type Row = (string | number | null | undefined)[]

export const tabulateCommand: CliCommand = {
  name: 'survey tabulate',
  summary: '単純集計（度数、％、ウエイト後の％と標準誤差）',
  usage: 'ファイル [--question q01,q14] [--base asked|answered|opinion] [--json] [--out gt.csv]',
  help: [
    fileHelp,
    '設問を書かないと、選択肢のある列をすべて集計する',
    '順位の設問 q8 は、1位に選んだ割合が q8~1、何位でもつけた割合と平均順位が q8',
    '分母：asked 非該当を除く全員、answered 無回答・無効も除く、opinion わからないも除く',
  ],
  options: {
    question: { type: 'string' },
    base: { type: 'string' },
    out: { type: 'string' },
    data: { type: 'string' },
  },
  run: telling(async (call) => {
    const survey = await surveyFrom(call)
    const { question, base = 'asked' } = call.values
    const names = question === undefined ? questionsOf(survey) : namesIn(question, 'question')
    const tables = names.map((name) => ({ name, ...tableOf(survey, name, String(base)) }))
    if (call.values['json']) call.print(JSON.stringify({ data: survey.data, tables }, null, 2))
    else {
      const hasPlaces = names.some((name) => survey.frame.rankings?.has(name))
      const rows = tables.flatMap((table) => tabulateRows(survey, table, hasPlaces))
      await give(call, [[...tabulateHead, ...(hasPlaces ? ['平均順位'] : [])], ...rows])
    }
    return 0
  }),
}

/**
 * Columns with options and questions with several answers; of a bare CSV the columns of at most 20 values.
 */
function questionsOf({ frame }: LoadedSurvey): string[] {
  const marks = new Set([...frame.marks.values()].flatMap((parts) => parts.map(({ column }) => column)))
  const firsts = [...(frame.rankings?.keys() ?? [])].map(firstColumn)
  const columns = [...frame.columns.values()].filter(
    ({ name, isDerived }) => !marks.has(name) && (!isDerived || firsts.includes(name)),
  )
  const declared = columns.filter(({ options }) => options !== undefined)
  const single = declared.length > 0 ? declared : columns.filter(({ cells }) => new Set(cells).size <= 20)
  return [...single.map(({ name }) => name), ...frame.marks.keys()]
}

type Line = ReturnType<typeof runShares>[number]['lines'][number] & { meanPlace?: EstimateResult | undefined }
type Table = Pick<ReturnType<typeof runShares>[number], 'base'> & { lines: Line[] }

function tableOf(survey: LoadedSurvey, name: string, base: string): Table {
  const isMultiple = survey.frame.marks.has(name)
  const spec = statisticSpec.safeParse(
    isMultiple
      ? { statistic: 'multiple', question: name, base }
      : { statistic: 'shares', variable: name, base },
  )
  if (!spec.success) throw new UnusableCall('--base は asked、answered、opinion のどれかです。')
  const [table] = isMultiple
    ? runMultiple(survey, spec.data as StatisticOf<'multiple'>)
    : runShares(survey, spec.data as StatisticOf<'shares'>)
  return survey.frame.rankings?.has(name) ? withPlaces(survey, name, table as Table) : (table as Table)
}

function withPlaces(survey: LoadedSurvey, question: string, table: Table): Table {
  const [ranked] = runRanking(
    survey,
    statisticSpec.parse({ statistic: 'ranking', question }) as StatisticOf<'ranking'>,
  )
  const lines = table.lines.map((line, at) => ({ ...line, meanPlace: ranked?.lines[at]?.meanPlace }))
  return { ...table, lines }
}

const tabulateHead: Row = [
  '設問',
  'コード',
  '選択肢',
  '度数',
  '分母',
  '％',
  'ウエイト後％',
  '標準誤差（ポイント）',
]

function tabulateRows(
  { built }: LoadedSurvey,
  { name, base, lines }: Table & { name: string },
  hasPlaces: boolean,
): Row[] {
  return lines.map(({ code, label, count, estimate, standardError, meanPlace }) => [
    name,
    code,
    label,
    count,
    base.count,
    percentWords(count ?? 0, base.count),
    weightedPercentWords(estimate),
    built.isProbability && standardError !== undefined ? (100 * standardError).toFixed(2) : '',
    ...(hasPlaces ? [meanPlace?.estimate.toFixed(2) ?? ''] : []),
  ])
}

export const crossCommand: CliCommand = {
  name: 'survey cross',
  summary: 'クロス集計（度数とウエイト後の％、何段でも）',
  usage:
    'ファイル --row q01 --banner district,age [--percent …] [--base …] [--where 条件] [--json] [--out FILE]',
  help: [
    fileHelp,
    '--percent：column 表頭の区分ごと、line 選択肢ごと、total 全体',
    '--base：asked、answered、opinion（survey tabulate と同じ）',
  ],
  options: {
    row: { type: 'string' },
    banner: { type: 'string' },
    percent: { type: 'string' },
    base: { type: 'string' },
    where: { type: 'string' },
    out: { type: 'string' },
    data: { type: 'string' },
  },
  run: telling(async (call) => {
    const { row, percent = 'column', base = 'asked', where } = call.values
    const survey = await surveyFrom(call)
    const tables = namesIn(row, 'row').map((name) => {
      const banner = namesIn(call.values['banner'], 'banner')
      const spec = statisticSpec.safeParse({ statistic: 'cross', row: name, banner, percent, base, where })
      if (!spec.success) throw new UnusableCall('--percent か --base の値が違います。')
      const [table] = runCross(survey, spec.data as StatisticOf<'cross'>)
      return { name, ...(table as ReturnType<typeof runCross>[number]) }
    })
    if (call.values['json']) call.print(JSON.stringify({ data: survey.data, tables }, null, 2))
    else await give(call, tables.flatMap(crossRows))
    return 0
  }),
}

function crossRows({
  name,
  columns,
  lines,
  withoutBanner,
}: ReturnType<typeof runCross>[number] & { name: string }): Row[] {
  const heads = columns.map(({ codes }) => codes.map((code) => (code === 'total' ? '全体' : code)).join('・'))
  return [
    [
      '設問',
      'コード',
      '選択肢',
      ...heads.map((head) => `度数 ${head}`),
      ...heads.map((head) => `％ ${head}`),
    ],
    [name, '', '分母', ...columns.map(({ base }) => base.count), ...columns.map(() => '')],
    ...lines.map(({ code, label, counts, shares }) => [
      name,
      code,
      label,
      ...counts,
      ...columns.map((_, column) => (shares ? weightedPercentWords(shares[column] ?? Number.NaN) : '')),
    ]),
    [
      name,
      '',
      `注：表頭の変数が分からない${withoutBanner}人は、全体にだけ入る`,
      ...columns.flatMap(() => ['', '']),
    ],
  ]
}

async function give(call: CliCall, rows: Row[]) {
  const { out } = call.values
  if (typeof out === 'string') {
    await writeFile(out, writeCsv(rows))
    call.print(`${out}：${rows.length}行`)
  } else for (const row of rows) call.print(row.map((cell) => cell ?? '').join('\t'))
}
