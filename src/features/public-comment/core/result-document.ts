import { textDiff } from '#src/features/plan/core/diff/text-diff.ts'
import {
  heading,
  paragraph,
  type TextBlock,
  type TextDocument,
  type TextRun,
} from '#src/lib/document/text-document.ts'
import { eraDayDual } from '#src/lib/japanese/fiscal-year.ts'
import type { WriteSheet } from '#src/lib/table/table.ts'
import {
  correctionWords,
  otherCounts,
  type ResultChange,
  type ResultRow,
  type ResultTable,
  resultHead,
  resultRows,
} from './result.ts'

/** What the papers say besides the result itself. */
export type ResultPaper = { title: string; period: string; city: string; isInvented: boolean }

const sample = '見本（架空）'

/** 結果 as a document to print: the three counts apart, by method, class and item, and every answer. */
export function resultDocument(result: ResultTable, paper: ResultPaper): TextDocument {
  const { title, period, city, isInvented } = paper
  return {
    title: `${title}の結果`,
    subtitle: [
      `募集の期間：${period}`,
      `${eraDayDual(result.publishedOn)}公表`,
      ...(isInvented ? [`${sample}：この結果の内容は、つくったものです。`] : []),
    ],
    author: city,
    date: result.publishedOn,
    header: [`${title}の結果`, isInvented ? sample : ''].filter(Boolean).join('　'),
    hasContents: false,
    isLandscape: true,
    blocks: [
      heading(1, '数'),
      countTable('提出した人・提出・意見', [
        ['提出した人', result.submitters],
        ['提出', result.submissions],
        ['意見', result.opinions],
        ['案を直した意見', result.changed],
        ...otherCounts(result),
      ]),
      methodTable(result),
      ...[correctionWords(result)].filter(Boolean).map((words) => paragraph(words)),
      countTable('対応区分ごとの意見', [
        ...result.byClass.map((one) => [one.label, one.opinions] as const),
        ['計', result.opinions],
      ]),
      ...(result.byItem.length === 0
        ? []
        : [
            countTable('該当箇所ごとの意見', [
              ...result.byItem.map((one) => [one.label, one.opinions] as const),
              ['計', result.opinions],
            ]),
          ]),
      heading(1, 'ご意見と市の考え方'),
      answersTable(result.rows),
      paragraph('修正後の下線は加えた言葉、修正前の取消線はなくした言葉です。'),
    ],
  }
}

/** 方法別人数: each person once, by the way of what they sent first. */
const methodTable = ({ byMethod, submitters, submissions }: ResultTable): TextBlock => {
  const rows = [...byMethod, { method: '計', people: submitters, submissions }]
  return {
    kind: 'table',
    caption: '出し方ごとの人数と提出',
    widths: [60, 20, 20],
    head: ['出し方', '人数', '提出'],
    numeric: [1, 2],
    rows: rows.map((one) => [[one.method], [String(one.people ?? '―')], [String(one.submissions)]]),
  }
}

const countTable = (caption: string, rows: readonly (readonly [string, number])[]): TextBlock => ({
  kind: 'table',
  caption,
  widths: [80, 20],
  head: ['区分', '数'],
  numeric: [1],
  rows: rows.map(([label, count]) => [[label], [String(count)]]),
})

const answersTable = (rows: readonly ResultRow[]): TextBlock => ({
  kind: 'table',
  caption: 'ご意見と市の考え方',
  widths: [5, 14, 29, 6, 10, 36],
  head: ['番号', '該当箇所', 'ご意見', '意見数', '対応区分', '市の考え方'],
  numeric: [0, 3],
  rows: rows.map((row) => [
    [String(row.number)],
    [row.about],
    saidRuns(row),
    [String(row.opinions)],
    [row.classLabel],
    answerRuns(row),
  ]),
})

/** Verbatim beside the summary, never the summary alone where the words may be shown. */
function saidRuns({ summary, texts }: ResultRow): TextRun[] {
  if (summary === '' && texts.length === 0) return ['（文は公表しません）']
  return joined([...(summary ? [[`要約：${summary}`]] : []), ...texts.map((text) => linesOf(text))])
}

function answerRuns({ reply, reason, changes, links, office }: ResultRow): TextRun[] {
  return joined([
    linesOf(reply),
    ...(reason ? [linesOf(`理由：${reason}`)] : []),
    ...(office ? [[`担当：${office}`]] : []),
    ...(links.length > 0 ? [[`関係するところ：${links.map(({ label }) => label).join('、')}`]] : []),
    ...changes.flatMap(changeRuns),
  ])
}

function changeRuns({ label, before, after }: ResultChange): TextRun[][] {
  const spans = after === '' ? [] : textDiff(before, after)
  const side = (kind: 'added' | 'removed'): TextRun[] =>
    spans.flatMap((span): TextRun[] => {
      if (span.kind === 'same') return linesOf(span.text)
      if (span.kind !== kind) return []
      return [kind === 'added' ? { added: span.text } : { removed: span.text }]
    })
  return [
    ...(label ? [[`直したところ：${label}`]] : []),
    ...(after
      ? [
          ['修正前：', ...side('removed')],
          ['修正後：', ...side('added')],
        ]
      : []),
  ]
}

const linesOf = (text: string): TextRun[] => joined(text.split('\n').map((line) => [line]))

const joined = (parts: readonly (readonly TextRun[])[]): TextRun[] =>
  parts.flatMap((part, place) => (place === 0 ? [...part] : [{ break: true } as const, ...part]))

/** 結果 as a workbook: the answers, and all counts. */
export function resultSheets(result: ResultTable, { title, period, isInvented }: ResultPaper): WriteSheet[] {
  const guidance = `${period}　${eraDayDual(result.publishedOn)}公表${isInvented ? `　${sample}` : ''}`
  const [, ...rows] = resultRows(result)
  const widths = [6, 24, 40, 50, 8, 18, 50, 30, 24, 40, 40, 30, 24]
  const counts: [string, string, number][] = [
    ['人と件', '提出した人', result.submitters],
    ['人と件', '提出', result.submissions],
    ['人と件', '意見', result.opinions],
    ['人と件', '案を直した意見', result.changed],
    ...otherCounts(result).map(([label, count]): [string, string, number] => ['人と件', label, count]),
    ...result.byMethod.flatMap(({ method, people }): [string, string, number][] =>
      people === undefined ? [] : [['出し方ごとの人数', method, people]],
    ),
    ...result.byMethod.map((one): [string, string, number] => [
      '出し方ごとの提出',
      one.method,
      one.submissions,
    ]),
    ...result.byClass.map((one): [string, string, number] => ['対応区分ごとの意見', one.label, one.opinions]),
    ...result.byItem.map((one): [string, string, number] => ['該当箇所ごとの意見', one.label, one.opinions]),
  ]
  return [
    {
      name: 'ご意見と市の考え方',
      title: `${title}の結果`,
      guidance,
      columns: resultHead.map((header, at) => ({
        header,
        width: widths[at] ?? 20,
        format: header === '番号' || header === '意見数' ? 'whole' : 'text',
      })),
      rows,
    },
    {
      name: '数',
      title: `${title}の数`,
      guidance: [guidance, correctionWords(result)].filter(Boolean).join('　'),
      columns: [
        { header: '数え方', width: 24, format: 'text' },
        { header: '区分', width: 40, format: 'text' },
        { header: '数', width: 10, format: 'whole' },
      ],
      rows: counts,
    },
  ]
}
