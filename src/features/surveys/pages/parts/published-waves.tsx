import { shortHash } from '../../core/report/stamp.ts'
import type { PublishedWaves } from '../../core/results/publication-format.ts'
import { comparabilityLabels } from '../../core/results/wave-items.ts'
import { waveTables } from '../../core/results/wave-words.ts'
import { WaveTable, WordingDiff } from './wave-table.tsx'

/** 経年比較 for everybody: what changed and whether it is more than chance, and how the words differ. */
export function PublishedWavesView({ waves }: { waves: PublishedWaves }) {
  const { earlierId, earlierTitle, earlierHash, notes, items } = waves
  const lines = items.flatMap(({ lines: own, comparability, key, number, label }) =>
    comparability === 'not-comparable'
      ? []
      : own.map((line) => ({ ...line, key, number, label, comparability })),
  )
  const of = (wanted: string) => lines.filter(({ measure }) => measure === wanted)
  const reworded = items.filter(({ isSame }) => !isSame)
  return (
    <section class="l-section" aria-labelledby="waves">
      <h2 id="waves">前回の調査との比較</h2>
      <p class="l-measure l-gap">
        <a href={`/surveys/${earlierId}`}>「{earlierTitle}」</a>
        と、両方で公表している項目を比べました。▲▼は、表ごとに項目全体で調整した検定（ホルムの方法）で、5％の水準で差があるものだけに付けます。ほかは、変わったとは言えません。nは、前回→今回の人数です。
      </p>
      {notes.map((note) => (
        <p key={note}>{note}。</p>
      ))}
      {waveTables({ scores: of('score'), shares: of('share'), firsts: of('first'), places: of('place') }).map(
        ({ id, ...table }) => (
          <WaveTable key={id} id={`wave-${id}`} {...table} />
        ),
      )}
      {reworded.length > 0 && (
        <section class="l-section" aria-labelledby="wording">
          <h3 id="wording">聞き方が変わった項目</h3>
          <p class="l-gap">取り消し線は前回だけ、下線は今回だけの言葉です。</p>
          <dl class="dads-description-list">
            {reworded.map(({ key, number, label, wording, comparability, reason }) => (
              <div key={key}>
                <dt>
                  {number} {label}（{comparabilityLabels[comparability]}
                  {reason && `：${reason}`}）
                </dt>
                <dd>
                  <WordingDiff wording={wording} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <p class="sb-sub">
        差＝今回−前回。割合は聞かれた人、平均順位はその選択肢に順位を付けた人だけで求めました。標準誤差は2つの分散の和の平方根（独立な標本）、t分布。前回のデータ版{' '}
        {shortHash(earlierHash)}
      </p>
    </section>
  )
}
