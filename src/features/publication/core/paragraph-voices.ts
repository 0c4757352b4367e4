import { type HeardSummary, heardSummary } from '#src/features/voices/core/heard-summary.ts'
import type { Channel } from '#src/features/voices/core/labels.ts'

type Heard = { paragraphId: string; channel: Channel; released: string }

/** ご意見と計画: what was said about each paragraph of a measure, for those that were spoken of. */
export function paragraphVoices(heard: readonly Heard[]): ReadonlyMap<string, HeardSummary> {
  const spoken = heard.filter(({ paragraphId }) => paragraphId !== '')
  const groups = Map.groupBy(spoken, ({ paragraphId }) => paragraphId)
  return new Map([...groups].map(([paragraphId, own]) => [paragraphId, heardSummary(own)]))
}
