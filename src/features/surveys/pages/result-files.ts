import { canonicalJson } from '#src/formats/canonical-json.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { authorize } from '#src/platform/authorize.ts'
import { Refusal } from '#src/platform/errors.ts'
import { type Download, page } from '#src/platform/page.ts'
import { exportSurvey } from '../core/export-survey.ts'
import { permissions } from '../core/permissions.ts'
import { crossCountable } from '../core/results/result-tables.ts'
import { listFreeTexts } from '../store/queries.ts'
import { existingResults } from '../store/survey-results.ts'

const csvType = 'text/csv; charset=utf-8'

const tableFiles = (['codes.csv', 'labels.csv', 'codebook.csv'] as const).map((name) =>
  page(`/staff/surveys/:surveyId/results/${name}`, {
    audience: 'staff',
    async show(context, { params }): Promise<Download> {
      authorize(context, permissions, 'export-answers')
      const { survey, results } = await existingResults(context, params.surveyId)
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
    const { survey, results } = await existingResults(context, params.surveyId)
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
    const { survey, results } = await existingResults(context, params.surveyId)
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

/** Files of the results: data, tables, free texts. */
export const resultFiles = [...tableFiles, datasetFile, textsFile, crossFile]
