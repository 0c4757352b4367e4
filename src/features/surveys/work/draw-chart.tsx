import type { VNode } from 'preact'
import { PortfolioChart } from '#src/lib/chart/portfolio-chart.tsx'
import { ShareBarsChart } from '#src/lib/chart/share-bars-chart.tsx'
import { StackedSharesChart } from '#src/lib/chart/stacked-shares-chart.tsx'
import type { ReportChart } from '../core/report/report-format.ts'

/** A chart of the report as SVG with the words that stand for it. */
export type DrawnChart = { svg: string; alternative: string; kind: ReportChart['kind'] }
export type DrawChart = (chart: ReportChart, id: string) => DrawnChart

/** What draws the charts of a report; the library is loaded when the first report is made. */
export async function chartDrawer(): Promise<DrawChart> {
  const { renderToString } = await import('preact-render-to-string')
  return (chart, id) => {
    const { title, description } = chart.series
    const svg = renderToString(elementOf(chart, id))
    // Typesetter and word processor know the fonts only by name.
    const named = svg.replace('<svg ', '<svg font-family="BIZ UDPGothic" ')
    return { svg: named, alternative: `${title}。${description}`, kind: chart.kind }
  }
}

function elementOf(chart: ReportChart, id: string): VNode {
  if (chart.kind === 'bars') return <ShareBarsChart series={chart.series} id={id} />
  if (chart.kind === 'stacked') return <StackedSharesChart series={chart.series} size="wide" id={id} />
  return <PortfolioChart series={chart.series} size="wide" id={id} />
}
