import { shortHash } from '../../core/report/stamp.ts'
import type { PublishedWaves } from '../../core/results/publication-format.ts'
import { comparabilityLabels } from '../../core/results/waves.ts'
import { WaveTable, WordingDiff } from './wave-table.tsx'

/** 経年比較 for everybody: what changed and whether it is more than chance, and how the words differ. */
export function PublishedWavesView({ waves }: { waves: PublishedWaves }) {
  const { earlierId, earlierTitle, earlierHash, notes, items } = waves
  const lines = items.flatMap(({ lines: own, comparability, key, number, label }) =>
    comparability === 'not-comparable'
      ? []
      : own.map((line) => ({ ...line, key, number, label, comparability })),
  )
  const reworded = items.filter(({ isSame }) => !isSame)
  return (
    <section class="l-section" aria-labelledby="waves">
      <h2 id="waves">前回の調査との比較</h2>
      <p class="l-measure l-gap">
        <a href={`/surveys/${earlierId}`}>「{earlierTitle}」</a>
        と、両方で公表している項目を比べました。▲▼は、項目全体で調整した検定（ホルムの方法）で、5％の水準で差があるものだけに付けます。ほかは、変わったとは言えません。
      </p>
      {notes.map((note) => (
        <p key={note}>{note}。</p>
      ))}
      <WaveTable
        id="wave-scores"
        title="得点の変化（＋2〜−2）"
        lines={lines.filter(({ measure }) => measure === 'score')}
      />
      <WaveTable
        id="wave-shares"
        title="割合の変化（％、ポイント）"
        lines={lines.filter(({ measure }) => measure === 'share')}
      />
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
        差＝今回−前回。標準誤差は2つの分散の和の平方根（独立な標本）、t分布。前回のデータ版{' '}
        {shortHash(earlierHash)}
      </p>
    </section>
  )
}
