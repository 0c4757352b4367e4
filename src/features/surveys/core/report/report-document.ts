import type { TextBlock, TextDocument } from '#src/lib/document/text-document.ts'
import { heading, paragraph } from '#src/lib/document/text-document.ts'
import type { ReportTable, SurveyReport } from './report-format.ts'
import { printedStamp, shortHash } from './stamp.ts'

/** The report as a text to go on writing in; figures are in the PDF, here stand their tables. */
export function reportDocument(report: SurveyReport): TextDocument {
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
      ...chapter.tables.flatMap(blocksOf),
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

function blocksOf({
  title,
  subtitle,
  finding,
  head,
  widths,
  numeric,
  rows,
  stamp,
}: ReportTable): TextBlock[] {
  return [
    heading(2, title),
    ...(subtitle ? [paragraph(subtitle)] : []),
    ...(finding ? [{ kind: 'paragraph' as const, runs: [finding], look: 'lead' as const }] : []),
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
