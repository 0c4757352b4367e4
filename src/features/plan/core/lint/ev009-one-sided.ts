import type { EvidenceLink } from '#src/formats/plan-parts.ts'
import { reasonsOf } from '../evidence-reasons.ts'
import type { Rule } from './finding.ts'

/** EV009: a measure names only what supports it, while something that speaks against it is known. */
export const oneSided: Rule = {
  id: 'EV009',
  group: 'EV',
  severity: 'W',
  gate: 'G4',
  title: '反対の結果が根拠に入っていない',
  rationale: '都合のよい結果だけを並べないためです。',
  needs: [],
  thresholds: [3],
  check: ({ plan, measures, indicatorsOf, nameOf }, { evidence = [] }, [least = 3]) => {
    const links = reasonsOf(plan).filter(({ supersededBy }) => !supersededBy)
    if (evidence.length === 0 && !links.some(({ stance }) => stance === 'contradicts')) return []
    const byPlace = Map.groupBy(links, ({ from }) => from.split('/')[0] ?? from)
    const against = Map.groupBy(
      links.filter(({ stance }) => stance === 'contradicts'),
      ({ to }) => topicOf(to),
    )
    const elsewhere = Map.groupBy(evidence, ({ itemId }) => itemId)
    return measures.flatMap((measure) => {
      const places = [measure.id, ...(indicatorsOf.get(measure.id) ?? []).map(({ id }) => id)]
      const own = places.flatMap((id) => byPlace.get(id) ?? [])
      if (own.length < least || own.some(({ stance }) => stance !== 'supports')) return []
      const contrary = [
        ...own
          .flatMap(({ to }) => against.get(topicOf(to)) ?? [])
          .map(({ id, to }) => ({ id, words: to.ref })),
        ...(elsewhere.get(measure.id) ?? []).map(({ ref, words }) => ({ id: ref, words })),
      ]
      return [...new Map(contrary.map((one) => [one.id, one]))].map(([id, { words }]) => ({
        subjectId: measure.id,
        field: 'evidence',
        key: id,
        message: `${nameOf(measure)}の根拠は支持するものだけですが、反対の結果（${words}）があります。`,
        advice: '反対の結果も根拠に加え、どう考えたかを注に書いてください。',
      }))
    })
  },
}

/** Two links speak of one topic when they name the same place of the same source. */
const topicOf = ({ ref, row = '' }: EvidenceLink['to']) => `${ref.normalize('NFKC')}|${row}`
