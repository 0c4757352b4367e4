import type { MeasureStanding } from '#src/features/surveys/core/results/measure-standings.ts'
import { quadrantLabels, undecidedWords } from '#src/features/surveys/core/results/portfolio-result.ts'
import type { HeardSummary } from '../core/heard-summary.ts'
import { channelLabels } from '../core/labels.ts'

type HeardBoxProps = {
  heard: HeardSummary & {
    measureId: string
    standing: (MeasureStanding & { surveyTitle: string }) | undefined
  }
  /** Whether the measure has a public page to read on. */
  isPublic: boolean
}

/** 市民の声 beside the fields of a measure: its place in the survey, and how much was heard through which channel. */
export function HeardBox({ heard, isPublic }: HeardBoxProps) {
  const { standing, total, byChannel, quotes, measureId } = heard
  return (
    <section class="sb-box l-flow" aria-labelledby="heard">
      <h2 id="heard">市民の声</h2>
      {standing && (
        <p>
          満足度 {standing.of}項目中{standing.satisfactionRank}位、重要度 {standing.importanceRank}位（
          {standing.isUndecided ? undecidedWords : quadrantLabels[standing.quadrant]}、n＝{standing.answers}
          ）。
          <span class="sb-sub">
            {standing.surveyTitle}「{standing.label}」
          </span>
        </p>
      )}
      {total === 0 ? (
        <p>この施策に分類された声は、まだありません。</p>
      ) : (
        <>
          <p>
            声 {total}件。
            <span class="sb-sub">
              {byChannel.map(({ channel, count }) => `${channelLabels[channel]} ${count}`).join('、')}
              。割合を表す数ではありません。
            </span>
          </p>
          {quotes.length > 0 && (
            <ul class="sb-list">
              {quotes.map((quote) => (
                <li key={quote} dir="auto">
                  「{quote}」
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {isPublic && (
        <p>
          <a href={`/plan/items/${measureId}/thread`}>根拠と、その先をたどる</a>
        </p>
      )}
    </section>
  )
}
