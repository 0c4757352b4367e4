import { heading, paragraph, type TextBlock, type TextDocument } from '#src/lib/document/text-document.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Publication, PublishedTable } from './publication-format.ts'

type Published = { publication: Publication; city: string; isInvented: boolean; date: string }

/** 公表した調査の結果の表 as a document to hand out: the figures everybody may read, hidden cells hidden. */
export function publishedDocument({ publication, city, isInvented, date }: Published): TextDocument {
  const { title, universe, period, design, sent, valid, notes, tables } = publication
  return {
    title: `${title}　結果の表`,
    subtitle: [city, isInvented ? '見本（架空）' : ''].filter(Boolean),
    author: city || '標',
    date,
    header: `${title}　結果の表`,
    hasContents: false,
    isLandscape: true,
    blocks: [
      paragraph(
        `対象：${universe}。期間：${eraDay(period.start)}から${eraDay(period.end)}まで。方法：${design}。`,
        sent === null ? `有効な回答：${valid}人。` : `配布${sent}人、有効な回答${valid}人。`,
      ),
      paragraph('割合は小数第1位まで。Xは、回答した人が分からないように隠した数です。'),
      ...notes.map((note) => paragraph(note)),
      ...tables.flatMap(blocksOf),
    ],
  }
}

function blocksOf(table: PublishedTable): TextBlock[] {
  const { number, text, item, columns, lines } = table
  const title = [number, text, item].filter(Boolean).join('　')
  const share = 72 / Math.max(1, columns.length)
  return [
    heading(1, title),
    {
      kind: 'table',
      caption: title,
      widths: [28, ...columns.map(() => share)],
      head: ['答え', ...columns.map(({ label, base }) => `${label}（${base ?? 'X'}人）`)],
      numeric: columns.map((_, at) => at + 1),
      rows: lines.map(({ label, shares }) => [
        [label],
        ...columns.map((_, at) => [percent(shares[at] ?? null)]),
      ]),
    },
  ]
}

const percent = (share: number | null) => (share === null ? 'X' : `${(share * 100).toFixed(1)}%`)
