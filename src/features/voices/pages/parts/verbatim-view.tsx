import { Banner } from '#src/ui/parts.tsx'
import type { Opinion } from '../../core/submission.ts'
import { markedPieces } from '../../core/suggestions.ts'
import { longestSummary, lostInSummary, lostLabels } from '../../core/summary-check.ts'

/** The verbatim with what its summary leaves out marked, and the summary beside it. */
export function VerbatimWithSummary({ opinion: { verbatim, summary } }: { opinion: Opinion }) {
  const lost = lostInSummary(verbatim, summary)
  const isLong = [...summary].length > longestSummary
  const kinds = [...new Set(lost.map(({ kind }) => lostLabels[kind]))]
  return (
    <>
      <blockquote class="sb-quote sb-prewrap" dir="auto">
        {markedPieces(verbatim, lost).map(({ words, isMet }, at) =>
          isMet ? <mark key={at}>{words}</mark> : <span key={at}>{words}</span>,
        )}
      </blockquote>
      {summary && (
        <p class="l-gap">
          <b>要約：</b>
          <span dir="auto">{summary}</span>
        </p>
      )}
      {lost.length > 0 && (
        <div class="l-gap">
          <Banner tone="warn" title={`要約にない${kinds.join('・')}があります（原文の印のところ）。`}>
            <p>
              {lost.map(({ words }) => `「${words}」`).join('')}。落としてよいか、読んで確かめてください。
            </p>
          </Banner>
        </div>
      )}
      {isLong && (
        <p class="sb-sub">
          要約が{[...summary].length}字あります。{longestSummary}字くらいまでにします。
        </p>
      )}
    </>
  )
}
