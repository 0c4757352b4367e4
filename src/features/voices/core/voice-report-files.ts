import {
  heading,
  paragraph,
  type TextBlock,
  type TextDocument,
  type TextTable,
} from '#src/lib/document/text-document.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { WriteSheet } from '#src/lib/table/table.ts'
import type { VoiceReport } from './voice-report.ts'
import type { CountGrid } from './voice-tables.ts'

/** What a hidden count is printed as. */
export const hiddenMark = 'X'
export const cellWords = (count: number | null) => (count === null ? hiddenMark : String(count))
export const gridTitle = ({ row, column }: Pick<CountGrid, 'row' | 'column'>) => `${row}×${column}`
export const gridNote = ({ row, hidden }: CountGrid) =>
  [
    '単位：意見の数（件）。',
    row === '分野' ? '1つの意見が、いくつかの分野に数えられることがあります。' : '',
    hidden > 0 ? `${hiddenMark}は、5人に満たない数と、そこから計算できる数です。` : '',
  ].join('')

export const honestWords =
  '公募や招待で集めた声の数は、市民全体の割合を表しません。集め方の違う経路の数は、くらべられません。'

/** How the quotes of an issue were chosen. */
export const quotesWords =
  '引用は、公開を決めた文から、課題ごとに、まん中にあたる声を1つ、それといちばん違う声を2つまで選びました。多い順ではありません。'

/** Every table of the report as a sheet, and the issues. */
export function reportSheets(report: VoiceReport): WriteSheet[] {
  return [
    ...report.grids.map((grid) => gridSheet(grid, report)),
    {
      name: '政策課題',
      title: '政策課題',
      guidance: honestWords,
      columns: [
        { header: '課題', width: 40, format: 'text' as const },
        { header: '説明', width: 50, format: 'text' as const },
        { header: '意見 n', width: 8, format: 'whole' as const },
        { header: '提出', width: 8, format: 'whole' as const },
        { header: '集め方', width: 24, format: 'text' as const },
        { header: '経路', width: 30, format: 'text' as const },
        { header: '地区', width: 24, format: 'text' as const },
      ],
      rows: report.issues.map((issue) => [
        issue.title,
        issue.text,
        issue.opinions ?? hiddenMark,
        issue.submissions ?? hiddenMark,
        issue.frames.join('、'),
        issue.channels.join('、'),
        issue.districts.join('、'),
      ]),
    },
  ]
}

const gridSheet = (grid: CountGrid, { title, madeOn }: VoiceReport): WriteSheet => ({
  name: gridTitle(grid),
  title: `${title}　${gridTitle(grid)}`,
  guidance: `${eraDay(madeOn)}現在。${gridNote(grid)}`,
  columns: [
    { header: grid.row, width: 30, format: 'text' },
    ...[...grid.columns, '計 n'].map((header) => ({ header, width: 12, format: 'whole' as const })),
  ],
  rows: [...grid.rows, '計 n'].map((name, at) => [
    name,
    ...(grid.cells[at] ?? []).map((count) => count ?? hiddenMark),
  ]),
})

/** The report as a document. */
export function reportDocument(
  report: VoiceReport,
  { city, isInvented, names }: { city: string; isInvented: boolean; names: ReadonlyMap<string, string> },
): TextDocument {
  return {
    title: report.title,
    subtitle: [city, `${eraDay(report.madeOn)}現在`],
    author: city,
    date: report.madeOn,
    header: isInvented ? '見本（架空）' : '',
    hasContents: false,
    isLandscape: false,
    blocks: [
      ...(report.text ? [paragraph(report.text)] : []),
      paragraph(`意見 n＝${report.opinions}件、提出 ${report.submissions}件。${honestWords}`),
      heading(1, '集め方'),
      framesTable(report),
      heading(1, '政策課題'),
      ...(report.issues.some(({ quotesShow }) => quotesShow) ? [paragraph(quotesWords)] : []),
      ...report.issues.flatMap((issue): TextBlock[] => [
        heading(2, issue.title),
        ...(issue.text ? [paragraph(issue.text)] : []),
        paragraph(issueWords(issue)),
        ...(names.get(issue.planItemId) ? [paragraph(`結び付く施策：${names.get(issue.planItemId)}`)] : []),
        ...issue.quotes.map((quote) => paragraph(`「${quote}」`)),
      ]),
      heading(1, '経路・地区・年代・分野ごとの数'),
      ...report.grids.map(gridTable),
    ],
  }
}

/** Never a count alone: n, and how it was collected. */
export function issueWords(issue: VoiceReport['issues'][number]): string {
  const frames = `集め方：${issue.frames.join('、') || 'なし'}。`
  if (issue.opinions === null) return `意見 5件未満。${frames}`
  return `意見 n＝${issue.opinions}件（提出 ${issue.submissions}件）。${frames}経路：${issue.channels.join('、')}。地区：${issue.districts.join('、') || '不明'}。`
}

const framesTable = ({ frames }: VoiceReport): TextTable => ({
  kind: 'table',
  caption: '経路ごとの集め方',
  widths: [34, 33, 33],
  head: ['経路', '集め方', '参加した人'],
  rows: frames.map(({ channel, frames: own, participants = '' }) => [
    [channel],
    [own.join('、')],
    [participants],
  ]),
})

const gridTable = (grid: CountGrid): TextTable => ({
  kind: 'table',
  caption: `${gridTitle(grid)}（${gridNote(grid)}）`,
  widths: [30, ...[...grid.columns, ''].map(() => 70 / (grid.columns.length + 1))],
  head: [grid.row, ...grid.columns, '計 n'],
  numeric: [...grid.columns, ''].map((_, at) => at + 1),
  rows: [...grid.rows, '計 n'].map((name, at) => [
    [name],
    ...(grid.cells[at] ?? []).map((count) => [cellWords(count)]),
  ]),
})
