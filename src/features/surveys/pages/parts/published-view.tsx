import { eraDayDual } from '#src/lib/japanese/fiscal-year.ts'
import { publishedFinding } from '../../core/report/findings.ts'
import { noErrorReason } from '../../core/report/stamp.ts'
import type { Publication, PublishedTable } from '../../core/results/publication-format.ts'
import { PublishedPortfolioView } from './published-portfolio.tsx'
import { PublishedWavesView } from './published-waves.tsx'

const factsOf = (publication: Publication) => {
  const { universe, period, design, sent, valid, isWeighted, isProbability, marginPoints, dataHash } =
    publication
  return [
    ['対象', universe || '―'],
    ['期間', `${eraDayDual(period.start)}〜${eraDayDual(period.end)}`],
    ['抽出の方法', design],
    ['配布数', sent === null ? '―' : `${sent.toLocaleString('ja')}通`],
    ['有効回答', `${valid.toLocaleString('ja')}件`],
    ['重み', isWeighted ? '層の人口に合わせた重みをつけた割合' : 'なし'],
    [
      '標本誤差',
      marginPoints === null
        ? isProbability
          ? '示さない'
          : '示さない（確率標本ではないため）'
        : `±${marginPoints.toFixed(1)}ポイント（95％、割合50％のとき。標本抽出による誤差だけ）`,
    ],
    ['データ版', dataHash.slice(0, 8)],
  ] as const
}

/** The published results of a survey: what it was, the picture of satisfaction and importance, every question. */
export function PublishedResults({ publication, base }: { publication: Publication; base: string }) {
  const { notes, tables, portfolios, isProbability, waves } = publication
  return (
    <>
      <section class="l-section" aria-labelledby="about-survey">
        <h2 id="about-survey">調査の概要</h2>
        <dl class="dads-description-list">
          {factsOf(publication).map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {!isProbability && <p class="l-measure l-gap">{noErrorReason}</p>}
        {notes.map((note) => (
          <p key={note}>{note}。</p>
        ))}
      </section>
      {portfolios.map((portfolio) => (
        <PublishedPortfolioView key={portfolio.key} portfolio={portfolio} publication={publication} />
      ))}
      {waves && <PublishedWavesView waves={waves} />}
      {tables.length > 0 && <Questions tables={tables} base={base} />}
    </>
  )
}

function Questions({ tables, base }: { tables: readonly PublishedTable[]; base: string }) {
  return (
    <section class="l-section" aria-labelledby="questions">
      <h2 id="questions">設問ごとの結果</h2>
      <ul class="sb-rows sb-rows--halves l-gap">
        {tables.map((table) => (
          <li key={`${table.key}${table.number}${table.item}`}>
            <p class="sb-rows__title">
              <a href={`${base}/results/${table.key}`}>
                {table.number}　{table.item || table.text}
              </a>
            </p>
            {publishedFinding(table) ? (
              <p>{publishedFinding(table)}</p>
            ) : (
              <p class="sb-sub">伏せた数があるか、答えが少ないため、文にはしていません。</p>
            )}
          </li>
        ))}
      </ul>
      <p class="l-cluster l-cluster--wide l-gap">
        <a href={`${base}/results.csv`}>すべての表（CSV）</a>
        <a href={`${base}/results.json`}>すべての表（JSON）</a>
      </p>
    </section>
  )
}
