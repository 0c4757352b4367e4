import { eraDayDual } from '#src/lib/japanese/fiscal-year.ts'
import { weightedPercentWords } from '#src/lib/statistics/tabulation/percent-words.ts'
import { ScrollFrame } from '#src/ui/parts.tsx'
import type { Publication, PublishedTable } from '../../core/results/publication-format.ts'

/** The published results of a survey: what it was, then a table for every question. */
export function PublishedResults({ publication }: { publication: Publication }) {
  const { universe, period, design, sent, valid, isWeighted, marginPoints, notes, tables, dataHash } =
    publication
  const facts = [
    ['対象', universe || '―'],
    ['期間', `${eraDayDual(period.start)}〜${eraDayDual(period.end)}`],
    ['抽出の方法', design],
    ['配布数', sent === null ? '―' : `${sent.toLocaleString('ja')}通`],
    ['有効回答', `${valid.toLocaleString('ja')}件`],
    ['重み', isWeighted ? '層の人口に合わせた重みをつけた割合' : 'なし'],
    [
      '標本誤差',
      marginPoints === null
        ? '示さない（確率標本ではないため）'
        : `±${marginPoints.toFixed(1)}ポイント（95％、割合50％のとき。標本抽出による誤差だけ）`,
    ],
    ['データ版', dataHash.slice(0, 8)],
  ] as const
  return (
    <>
      <section class="l-section" aria-labelledby="about-survey">
        <h2 id="about-survey">調査の概要</h2>
        <dl class="dads-description-list">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {notes.map((note) => (
          <p key={note}>{note}。</p>
        ))}
        <p class="sb-sub l-gap">
          「X」は、少ない人数から個人が推測されないように隠した数です。「n」は、その設問を聞かれた人の数です。
        </p>
      </section>
      {tables.map((table) => (
        <PublishedTableView key={`${table.number} ${table.item}`} table={table} />
      ))}
    </>
  )
}

function PublishedTableView({ table }: { table: PublishedTable }) {
  const { number, text, item, banner, columns, lines } = table
  const id = `r-${number}-${item}`.replaceAll(/[^\p{L}\p{N}-]/gu, '')
  return (
    <section class="l-section" aria-labelledby={id}>
      <h2 id={id}>
        {number}　{item || text}
      </h2>
      {item && <p class="sb-sub">{text}</p>}
      <ScrollFrame label={`${number} ${item}の結果`}>
        <table class="dads-table dads-table--dense">
          <caption>{banner ? `${banner}ごとの割合（%）` : '割合（%）と件数'}</caption>
          <thead>
            <tr>
              <th scope="col">{banner || '対象'}</th>
              <th scope="col" class="is-num">
                n
              </th>
              {lines.map(({ label }) => (
                <th key={label} scope="col" class="is-num">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.map(({ label, base }, at) => (
              <tr key={label}>
                <th scope="row" class="nowrap">
                  {label}
                </th>
                <td class="is-num">{base === null ? <Hidden /> : base.toLocaleString('ja')}</td>
                {lines.map((line) => (
                  <td key={line.label} class="is-num">
                    <Share count={line.counts[at]} share={line.shares[at]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </section>
  )
}

type ShareProps = { count: number | null | undefined; share: number | null | undefined }

/** A share, or the sign that it is hidden. */
function Share({ count, share }: ShareProps) {
  if (count === null || count === undefined || share === null || share === undefined) return <Hidden />
  return <>{weightedPercentWords(share)}</>
}

function Hidden() {
  return (
    <>
      <span aria-hidden="true">X</span>
      <span class="vh">隠した数</span>
    </>
  )
}
