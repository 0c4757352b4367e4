import type { VNode } from 'preact'
import { PortfolioChart } from '#src/lib/chart/portfolio-chart.tsx'
import { ShareBarsChart } from '#src/lib/chart/share-bars-chart.tsx'
import { StackedSharesChart } from '#src/lib/chart/stacked-shares-chart.tsx'
import { eraDayDual } from '#src/lib/japanese/fiscal-year.ts'
import { typeset } from '#src/platform/pdf/typeset.ts'
import type { ReportChart, ReportTable, SurveyReport } from '../core/report/report-format.ts'
import { printedStamp, shortHash } from '../core/report/stamp.ts'

const templates = new URL('./typst/', import.meta.url)

/** The report (調査報告書) as PDF/UA-1 with its charts. The same report gives the same bytes. */
export async function makeReport(report: SurveyReport) {
  const { renderToString } = await import('preact-render-to-string')
  const content = {
    ...report,
    day: eraDayDual(report.date),
    shortHash: shortHash(report.dataHash),
    chapters: report.chapters.map(({ title, lead, tables }, chapter) => ({
      title: `${chapter + 1}　${title}`,
      lead,
      tables: tables.map((table, at) => ({
        ...printed(table),
        chart: table.chart ? drawingOf(table.chart, `c${chapter}-${at}`, renderToString) : null,
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

type Render = (node: VNode) => string

function drawingOf(chart: ReportChart, id: string, render: Render) {
  const { title, description } = chart.series
  const alternative = `${title}。${description}`
  const svg = render(elementOf(chart, id))
  // The typesetter knows the fonts of the installation only by name.
  const named = svg.replace('<svg ', '<svg font-family="BIZ UDPGothic" ')
  return { svg: named, alternative, kind: chart.kind }
}

function elementOf(chart: ReportChart, id: string): VNode {
  if (chart.kind === 'bars') return <ShareBarsChart series={chart.series} id={id} />
  if (chart.kind === 'stacked') return <StackedSharesChart series={chart.series} size="wide" id={id} />
  return <PortfolioChart series={chart.series} size="wide" id={id} />
}
