import { getMunicipality } from '#src/features/organization/store/queries.ts'
import type { Context } from '#src/platform/context.ts'
import { docxType, xlsxType } from '#src/platform/office/content-types.ts'
import { writeDocument } from '#src/platform/office/write-document.ts'
import { writeWorkbook } from '#src/platform/office/write-workbook.ts'
import { type Download, page } from '#src/platform/page.ts'
import { reportDocument } from '../core/report/report-document.ts'
import type { ReportSource } from '../core/report/report-format.ts'
import { reportWorkbook } from '../core/report/report-workbook.ts'
import { surveyReport } from '../core/report/survey-report.ts'
import { existingResults, responsesOf } from '../store/survey-results.ts'
import { comparisonOf } from '../store/wave-results.ts'
import { chartDrawer } from '../work/draw-chart.tsx'
import { makeReport } from '../work/make-report.tsx'

/** What a report is made from. */
export async function reportSource(context: Context, surveyId: string): Promise<ReportSource> {
  const { survey, results } = await existingResults(context, surveyId)
  const { dataset, work, hash, notes } = results
  const { name } = await getMunicipality(context)
  const comparison = await comparisonOf(context, { survey, results })
  return {
    survey,
    dataset,
    work,
    hash,
    notes,
    responses: await responsesOf(context, survey),
    municipalityName: name,
    waves: comparison?.chapter,
  }
}

type Made = { file: Uint8Array; contentType: string; ending: string }

const reportFile = (name: string, make: (source: ReportSource) => Promise<Made>) =>
  page(`/staff/surveys/:surveyId/results/${name}`, {
    audience: 'staff',
    async show(context, { params }): Promise<Download> {
      const source = await reportSource(context, params.surveyId)
      const { file, contentType, ending } = await make(source)
      return { file, contentType, fileName: `${source.survey.title}-${ending}` }
    },
  })

/** The day of the survey, not of the clock: the same data give the same bytes. */
const dayOf = ({ survey }: ReportSource) => new Date(`${survey.endsOn}T00:00:00+09:00`)

/** 集計表 and 報告書. */
export const reportFiles = [
  reportFile('tables.xlsx', async (source) => ({
    file: await writeWorkbook(reportWorkbook(source), {
      createdAt: dayOf(source),
      title: source.survey.title,
    }),
    contentType: xlsxType,
    ending: '集計表.xlsx',
  })),
  reportFile('report.pdf', async (source) => ({
    file: (await makeReport(surveyReport(source))).pdf,
    contentType: 'application/pdf',
    ending: '報告書.pdf',
  })),
  reportFile('report.docx', async (source) => ({
    file: await writeDocument(reportDocument(surveyReport(source), await chartDrawer())),
    contentType: docxType,
    ending: '報告書.docx',
  })),
]
