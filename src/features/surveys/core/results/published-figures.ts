import { fillsFor } from '#src/lib/chart/pattern-fills.tsx'
import type { BarSeries } from '#src/lib/chart/share-bars-chart.tsx'
import type { StackedSeries } from '#src/lib/chart/stacked-shares-chart.tsx'
import { kindWords, meanPlaceWords } from '../report/make-stamp.ts'
import { errorsOfPublication, type Stamp } from '../report/stamp.ts'
import type { Publication, PublishedTable } from './publication-format.ts'

const missing = new Set(['無回答', '無効'])
export const publishedTitle = ({ number, item, text }: PublishedTable) => `${number}　${item || text}`

/** The bars of a published table: everybody first. Undefined where the answers are too many to tell apart, or several. */
export function publishedBars(table: PublishedTable): StackedSeries | undefined {
  const { kind, columns, lines, banner } = table
  if (kind !== 'single') return undefined
  const answers = lines.filter(({ label }) => !missing.has(label))
  const fills = fillsFor(answers.length)
  if (!fills) return undefined
  const ordered = [...answers, ...lines.filter(({ label }) => missing.has(label))]
  const order = [columns.length - 1, ...columns.slice(0, -1).keys()]
  return {
    title: `${publishedTitle(table)}${banner ? `（${banner}別）` : ''}`,
    description: '答えの割合を、1本ずつの帯で示した図。数は、下の表にあります。',
    categories: ordered.map(({ label }, at) => ({ label, fill: fills[at] ?? ('white' as const) })),
    rows: order.flatMap((at) => {
      const column = columns[at]
      if (!column || column.base === 0) return []
      const note = column.base === null ? '' : `n＝${column.base.toLocaleString('en-US')}`
      return [{ label: column.label, note, shares: ordered.map(({ shares }) => shares[at] ?? null) }]
    }),
  }
}

/** The shares of everybody as bars with their intervals, for several answers. */
export function publishedShares(table: PublishedTable): BarSeries | undefined {
  const whole = table.columns.length - 1
  const rows = table.lines.flatMap(({ label, shares, ends }) => {
    const share = shares[whole]
    if (share === null || share === undefined) return []
    return [{ label, share, low: ends?.[0], high: ends?.[1], isMissing: missing.has(label) }]
  })
  if (rows.length === 0) return undefined
  const description = '答えごとの割合の横棒グラフ。細い線は95％の幅。数は、下の表にあります。'
  return { title: publishedTitle(table), description, rows }
}

/** What a published table rests on. */
export function publishedStamp(
  { isWeighted, isProbability, dataHash }: Publication,
  { number, item, kind, columns, banner }: PublishedTable,
): Stamp {
  const base = columns.at(-1)?.base
  return {
    question: `${number}${item ? `「${item}」` : ''}（${kindWords[kind]}）`,
    n: base ?? 0,
    domain: '回答者のうち、その設問を聞かれた人',
    base: `${banner ? `「${banner}」ごとの` : ''}聞かれた人（無回答・無効を含む）`,
    weights: isWeighted ? 'あり（層の人口÷層の回答数）' : 'なし',
    formula: `割合＝その答えの重みの合計÷分母の重みの合計。${kind === 'ranking' ? `${meanPlaceWords}。` : ''}${errorsOfPublication(isProbability)}。少ない数とそこから分かる数は隠した（X）`,
    dataHash,
  }
}

const meanPlaceOf = ({ meanPlace }: PublishedTable['lines'][number]) =>
  meanPlace === undefined ? '' : meanPlace === null ? 'X' : Math.round(meanPlace * 100) / 100

/** Every figure of a publication as a long table, hidden ones as X. */
export function publicationRows({ tables }: Publication): (string | number | null)[][] {
  const shown = (value: number | null | undefined) => (value === null || value === undefined ? 'X' : value)
  const percent = (share: number | null | undefined) =>
    share === null || share === undefined ? 'X' : Math.floor(share * 1000 + 0.5 + 1e-9) / 10
  return [
    [
      '設問の名前',
      '問',
      '設問',
      '項目',
      '分ける軸',
      '区分',
      '分母（件）',
      '答え',
      '件',
      '割合（%）',
      '平均順位',
    ],
    ...tables.flatMap(({ key, number, text, item, banner, columns, lines }) =>
      columns.flatMap(({ label, base }, at) =>
        lines.map((line) => [
          key,
          number,
          text,
          item,
          banner,
          label,
          shown(base),
          line.label,
          shown(line.counts[at]),
          percent(line.counts[at] === null ? null : line.shares[at]),
          at === columns.length - 1 ? meanPlaceOf(line) : '',
        ]),
      ),
    ),
  ]
}
