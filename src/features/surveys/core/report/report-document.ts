import type { TextBlock, TextDocument } from '#src/lib/document/text-document.ts'
import { heading, paragraph } from '#src/lib/document/text-document.ts'
import type { ReportChart, ReportTable, SurveyReport } from './report-format.ts'
import { printedStamp, shortHash } from './stamp.ts'

/** Draws a chart as SVG with the words that stand for it. */
type Draw = (chart: ReportChart, id: string) => { svg: string; alternative: string }

/** The report as a text to go on writing in, with its figures over their tables. */
export function reportDocument(report: SurveyReport, draw: Draw): TextDocument {
  const { title, municipalityName, isInvented, date, dataHash, facts, chapters } = report
  const name = `${title} 報告書`
  return {
    title: name,
    subtitle: [municipalityName, `データ版 ${shortHash(dataHash)}`, ...(isInvented ? ['見本（架空）'] : [])],
    author: municipalityName,
    date,
    header: name,
    hasContents: true,
    isLandscape: false,
    blocks: chapters.flatMap((chapter, at) => [
      heading(1, `${at + 1}　${chapter.title}`),
      ...chapter.lead.map((words) => paragraph(words)),
      ...(at === 0 ? [factTable(facts)] : []),
      ...chapter.tables.flatMap((table, place) => blocksOf(table, `c${at}-${place}`, draw)),
    ]),
  }
}

const factTable = (facts: SurveyReport['facts']): TextBlock => ({
  kind: 'table',
  caption: '調査のしかた',
  widths: [25, 75],
  head: ['項目', '内容'],
  rows: facts.map(([term, words]) => [[term], [words]]),
})

function blocksOf(table: ReportTable, id: string, draw: Draw): TextBlock[] {
  const { title, subtitle, finding, head, widths, numeric, rows, stamp, chart } = table
  return [
    heading(2, title),
    ...(subtitle ? [paragraph(subtitle)] : []),
    ...(finding ? [{ kind: 'paragraph' as const, runs: [finding], look: 'lead' as const }] : []),
    ...(chart ? [drawingOf(chart, id, draw)] : []),
    {
      kind: 'table',
      caption: title,
      head,
      widths,
      numeric,
      rows: rows.map((cells) => cells.map((cell) => [cell])),
    },
    ...(stamp
      ? [
          {
            kind: 'paragraph' as const,
            look: 'note' as const,
            runs: [printedStamp(stamp)],
          },
        ]
      : []),
  ]
}

function drawingOf(chart: ReportChart, id: string, draw: Draw): TextBlock {
  const { svg, alternative } = draw(chart, id)
  return { kind: 'drawing', svg, alternative, percent: chart.kind === 'bars' ? 72 : 100 }
}
