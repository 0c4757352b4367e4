import { canonicalJson } from '#src/formats/canonical-json.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import { encodeCp932 } from '#src/lib/csv/encode-cp932.ts'
import { writeSav } from '#src/lib/sav/write-sav.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { xlsxType } from '#src/platform/office/content-types.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { type Download, page } from '#src/platform/page.ts'
import { codebookSheet } from '../core/export/codebook-sheet.ts'
import { ddiCodebook } from '../core/export/ddi-codebook.ts'
import { exportSurvey } from '../core/export/export-survey.ts'
import { savOfDataset } from '../core/export/sav-of-dataset.ts'
import { permissions } from '../core/permissions.ts'
import { meansBy } from '../core/results/cross-figure.ts'
import { crossCountable } from '../core/results/cross-table.ts'

import type { Survey } from '../core/survey.ts'
import { listFreeTexts } from '../store/queries.ts'
import { existingResults, responsesOf, type SurveyResults } from '../store/survey-results.ts'

const csvType = 'text/csv; charset=utf-8'

type Made = { file: Uint8Array | string; contentType: string }
type Making = { context: Context; survey: Survey; results: SurveyResults }

/** A file with the answers in it: only who may export them. */
const answerFile = (name: string, make: (making: Making) => Promise<Made>) =>
  page(`/staff/surveys/:surveyId/results/${name}`, {
    audience: 'staff',
    async show(context, { params }): Promise<Download> {
      authorize(context, permissions, 'export-answers')
      const { survey, results } = await existingResults(context, params.surveyId)
      const made = await make({ context, survey, results })
      return { ...made, fileName: `${survey.title}-${name}` }
    },
  })

const tablesOf = ({ work, dataset }: SurveyResults) =>
  exportSurvey(work.frame, dataset, work.built.design.weights)

const tableFiles = (['codes', 'labels', 'codebook'] as const).flatMap((name) => [
  answerFile(`${name}.csv`, async ({ results }) => ({
    file: writeCsv(tablesOf(results)[`${name}.csv`]),
    contentType: csvType,
  })),
  answerFile(`${name}-cp932.csv`, async ({ results }) => ({
    file: encodeCp932(writeCsv(tablesOf(results)[`${name}.csv`]).slice(1)).bytes,
    contentType: 'text/csv; charset=Shift_JIS',
  })),
])

const dayOf = ({ endsOn }: Survey) => new Date(`${endsOn}T00:00:00+09:00`)

const otherFiles = [
  answerFile('dataset.json', async ({ results }) => ({
    file: canonicalJson(results.dataset),
    contentType: 'application/json',
  })),
  answerFile('data.sav', async ({ results: { dataset, work } }) => ({
    file: writeSav(savOfDataset(dataset, work.built.design.weights).file).bytes,
    contentType: 'application/x-spss-sav',
  })),
  answerFile('ddi.xml', async ({ context, survey, results: { dataset, work, hash } }) => {
    const { whole } = await responsesOf(context, survey)
    const { weights } = work.built.design
    return { file: ddiCodebook({ dataset, weights, hash, responses: whole }), contentType: 'application/xml' }
  }),
  answerFile('codebook.xlsx', async ({ survey, results }) => ({
    file: await writeWorkbook([codebookSheet(tablesOf(results)['codebook.csv'], survey.title)], {
      createdAt: dayOf(survey),
      title: survey.title,
    }),
    contentType: xlsxType,
  })),
]

const textsFile = page('/staff/surveys/:surveyId/results/texts.csv', {
  audience: 'staff',
  async show(context, { params, url }): Promise<Download> {
    const [words, column] = [url.searchParams.get('words') ?? '', url.searchParams.get('column') ?? '']
    const texts = await listFreeTexts(context, { surveyId: params.surveyId, words, column })
    const rows = texts.map(({ column: question, text, stratum, receivedOn, receipt }) => [
      question,
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
    const means = frame.rankings?.has(row) ? meansBy(results.work, row, banner) : []
    const rows = columns.map(({ label, base }, at) => [
      label,
      base,
      ...lines.map(({ cells }) => cells[at] ?? ''),
      ...means.map(({ cells }) => cells[at] ?? ''),
    ])
    const head = [
      banner,
      'n',
      ...lines.map(({ label }) => `${label}（%）`),
      ...means.map(({ label }) => `${label}（平均順位）`),
    ]
    return {
      file: writeCsv([head, ...rows]),
      contentType: csvType,
      fileName: `${survey.title}-${row}-${banner}.csv`,
    }
  },
})

/** Files of the results: data for other programs, free texts, one cross table. */
export const resultFiles = [...tableFiles, ...otherFiles, textsFile, crossFile]
