import { Fragment } from 'preact'
import {
  type SummaryGap,
  summaryGapLabels,
  summaryGaps,
  usualSummaryLetters,
} from '../../core/summary-gaps.ts'

type Texts = { verbatim: string; summary: string }

/** The words of an opinion; where there is a summary, what it lost is marked. */
export function MarkedVerbatim({ verbatim, summary }: Texts) {
  const gaps = summaryGaps(verbatim, summary)
  return (
    <blockquote class="sb-quote sb-prewrap" dir="auto">
      {gaps.map(({ start, text }, at) => (
        <Fragment key={start}>
          {verbatim.slice(gaps[at - 1]?.end ?? 0, start)}
          <mark>
            {text}
            <span class="vh">（要約にありません）</span>
          </mark>
        </Fragment>
      ))}
      {verbatim.slice(gaps.at(-1)?.end ?? 0)}
    </blockquote>
  )
}

/** How long the summary is, and what of the words it does not say. */
export function SummaryCheck({ verbatim, summary }: Texts) {
  if (summary === '') return null
  const letters = [...summary].length
  const gaps = summaryGaps(verbatim, summary)
  return (
    <div class="sb-box l-flow l-gap">
      <p>
        要約は{letters}字です。
        {letters > usualSummaryLetters && `${usualSummaryLetters}字くらいまでに、短くしてください。`}
      </p>
      {gaps.length === 0 ? (
        <p>数・頁・打ち消しは、どれも要約にあります。</p>
      ) : (
        <p>
          要約にないもの：
          {[...Map.groupBy(gaps, ({ reason }) => reason)]
            .map(([reason, own]) => `${summaryGapLabels[reason]}${listed(own)}`)
            .join('、')}
          。落としてよいか、確かめてください。
        </p>
      )}
    </div>
  )
}

const listed = (gaps: readonly SummaryGap[]) => [...new Set(gaps.map(({ text }) => `「${text}」`))].join('')
