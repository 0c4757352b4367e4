import { canonicalJson } from '#src/formats/canonical-json.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import type { WriteSheet } from '#src/lib/table/table.ts'
import { authorize } from '#src/platform/authorize.ts'
import { Refusal } from '#src/platform/errors.ts'
import { xlsxType } from '#src/platform/office/content-types.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { type Download, page } from '#src/platform/page.ts'
import { exportSurvey } from '../core/export-survey.ts'
import { permissions } from '../core/permissions.ts'
import {
  countablesOf,
  crossCountable,
  type ResultTable,
  tabulateCountable,
} from '../core/results/result-tables.ts'
import { listFreeTexts } from '../store/queries.ts'
import { resultsOf, type SurveyResults } from '../store/survey-results.ts'

const csvType = 'text/csv; charset=utf-8'

async function resultsFor(...[context, surveyId]: Parameters<typeof resultsOf>) {
  const { survey, results } = await resultsOf(context, surveyId)
  if (!results) throw new Refusal('not-found', 'まだ集計できる回答がありません')
  return { survey, results }
}

const tableFiles = (['codes.csv', 'labels.csv', 'codebook.csv'] as const).map((name) =>
  page(`/staff/surveys/:surveyId/results/${name}`, {
    audience: 'staff',
    async show(context, { params }): Promise<Download> {
      authorize(context, permissions, 'export-answers')
      const { survey, results } = await resultsFor(context, params.surveyId)
      const { work, dataset } = results
      const rows = exportSurvey(work.frame, dataset, work.built.design.weights)[name]
      return { file: writeCsv(rows), contentType: csvType, fileName: `${survey.title}-${name}` }
    },
  }),
)

const datasetFile = page('/staff/surveys/:surveyId/results/dataset.json', {
  audience: 'staff',
  async show(context, { params }): Promise<Download> {
    authorize(context, permissions, 'export-answers')
    const { survey, results } = await resultsFor(context, params.surveyId)
    const file = canonicalJson(results.dataset)
    return { file, contentType: 'application/json', fileName: `${survey.title}-dataset.json` }
  },
})

const textsFile = page('/staff/surveys/:surveyId/results/texts.csv', {
  audience: 'staff',
  async show(context, { params, url }): Promise<Download> {
    const words = url.searchParams.get('words') ?? ''
    const texts = await listFreeTexts(context, { surveyId: params.surveyId, words })
    const rows = texts.map(({ column, text, stratum, receivedOn, receipt }) => [
      column,
      text,
      stratum,
      receivedOn,
      receipt,
    ])
    const head = ['設問', '文', '層', '受け付けた日', '受付番号']
    return { file: writeCsv([head, ...rows]), contentType: csvType, fileName: '自由記述.csv' }
  },
})

const crossFile = page('/staff/surveys/:surveyId/results/cross.csv', {
  audience: 'staff',
  async show(context, { params, url }): Promise<Download> {
    const { survey, results } = await resultsFor(context, params.surveyId)
    const [row, banner] = [url.searchParams.get('row') ?? '', url.searchParams.get('banner') ?? '']
    const { frame } = results.work
    if (!(frame.columns.has(row) || frame.marks.has(row)) || !frame.columns.get(banner)?.options)
      throw new Refusal('not-found', 'その集計はありません')
    const { columns, lines } = crossCountable(results.work, row, [banner])
    const rows = columns.map(({ label, base }, at) => [
      label,
      base,
      ...lines.map(({ cells }) => cells[at] ?? ''),
    ])
    const head = [banner, 'n', ...lines.map(({ label }) => `${label}（%）`)]
    return {
      file: writeCsv([head, ...rows]),
      contentType: csvType,
      fileName: `${survey.title}-${row}-${banner}.csv`,
    }
  },
})

/** 集計表: an index, then a sheet a question. */
const workbookFile = page('/staff/surveys/:surveyId/results/tables.xlsx', {
  audience: 'staff',
  async show(context, { params }): Promise<Download> {
    const { survey, results } = await resultsFor(context, params.surveyId)
    const tables = countablesOf(results.dataset.questionnaire).map((one) =>
      tabulateCountable(results.work, one),
    )
    const sheets = [indexSheet(tables, results), ...tables.map(sheetOf)]
    const file = await writeWorkbook(sheets, { createdAt: context.now, title: survey.title })
    return { file, contentType: xlsxType, fileName: `${survey.title}-集計表.xlsx` }
  },
})

const sheetName = ({ column }: ResultTable) => column.slice(0, 31)

const indexSheet = (tables: readonly ResultTable[], { dataset, hash }: SurveyResults): WriteSheet => ({
  name: '目次',
  title: dataset.title,
  guidance: `有効回答 ${dataset.answers.count}件・データ版 ${hash.slice(0, 8)}・分母は設問を聞かれた人`,
  columns: [
    { header: 'シート', width: 12, format: 'text' },
    { header: '問', width: 8, format: 'text' },
    { header: '設問', width: 60, format: 'text' },
    { header: 'n', width: 8, format: 'whole' },
  ],
  rows: tables.map((table) => [sheetName(table), table.number, table.item || table.text, table.base]),
})

const sheetOf = (table: ResultTable): WriteSheet => ({
  name: sheetName(table),
  title: `${table.number} ${table.item || table.text}`,
  guidance: `n＝${table.base}${table.notApplicable > 0 ? `・非該当${table.notApplicable}` : ''}${table.isReference ? '・参考値' : ''}`,
  columns: [
    { header: '答え', width: 40, format: 'text' },
    { header: '件', width: 10, format: 'whole' },
    { header: '%', width: 10, format: 'text' },
    { header: '%（重み）', width: 12, format: 'text' },
    { header: '95%の幅', width: 16, format: 'text' },
  ],
  rows: table.lines.map(({ label, count, percent, weighted, interval }) => [
    label,
    count,
    percent,
    weighted,
    interval,
  ]),
})

/** Files of the results: data, tables, free texts. */
export const resultFiles = [...tableFiles, datasetFile, textsFile, crossFile, workbookFile]
