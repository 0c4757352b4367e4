import { type Stamp, shortHash, stampFacts, stampWords } from '../../core/report/stamp.ts'

/** The stamp of a table or figure: one line, and the whole definition on request. */
export function StampLine({ stamp }: { stamp: Stamp }) {
  return (
    <div class="sb-stamp">
      <p class="sb-sub">{stampWords(stamp)}</p>
      <details class="dads-disclosure">
        <summary>
          <span>
            定義を見る<span class="vh">：{stamp.question}</span>
          </span>
        </summary>
        <dl class="dads-disclosure__body dads-description-list">
          {stampFacts(stamp).map(([term, words]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{words === stamp.dataHash ? <code title={words}>{shortHash(words)}…</code> : words}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}
