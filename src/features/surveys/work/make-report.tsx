import { eraDayDual } from '#src/lib/japanese/fiscal-year.ts'
import { typeset } from '#src/platform/pdf/typeset.ts'
import type { ReportTable, SurveyReport } from '../core/report/report-format.ts'
import { printedStamp, shortHash } from '../core/report/stamp.ts'
import { chartDrawer } from './draw-chart.tsx'

const templates = new URL('./typst/', import.meta.url)

/** The report (調査報告書) as PDF/UA-1 with its charts. The same report gives the same bytes. */
export async function makeReport(report: SurveyReport) {
  const draw = await chartDrawer()
  const content = {
    ...report,
    day: eraDayDual(report.date),
    shortHash: shortHash(report.dataHash),
    chapters: report.chapters.map(({ title, lead, tables }, chapter) => ({
      title: `${chapter + 1}　${title}`,
      lead,
      tables: tables.map((table, at) => ({
        ...printed(table),
        chart: table.chart ? draw(table.chart, `c${chapter}-${at}`) : null,
      })),
    })),
  }
  const data = { 'report.json': JSON.stringify(content) }
  const { pdf, pages } = await typeset({ templates, main: 'report.typ', data, date: report.date })
  return { pdf, pages }
}

const printed = ({ title, subtitle, finding, head, widths, numeric, rows, stamp }: ReportTable) => ({
  title,
  subtitle,
  finding,
  head,
  widths,
  numeric,
  rows,
  stamp: stamp ? printedStamp(stamp) : '',
})
