import { Disclosure } from '#src/ui/parts.tsx'
import type { RepresentativeVoices } from '../../core/grouping.ts'
import { quotable, quotableWords } from '../../core/quotes.ts'
import type { HeardLine } from '../../store/queries/voices.ts'
import { short } from './list-view.tsx'

type KeptProps = { groupId: string; kept: RepresentativeVoices; heard: ReadonlyMap<string, HeardLine> }

/** The representatives a topic was confirmed with, as long as they are in it: a later run does not change them. */
export function KeptRepresentatives({ groupId, kept: { middleId, edgeIds, madeWith }, heard }: KeptProps) {
  const inTopic = (id: string) => {
    const line = heard.get(id)
    return line?.topicId === groupId ? line : undefined
  }
  const edges = edgeIds.flatMap((id) => inTopic(id) ?? [])
  const middle = inTopic(middleId)
  if (!middle && edges.length === 0) return null
  return (
    <Disclosure label="確かめたときの代表の声">
      <Representatives middle={middle} edges={edges} />
      <p class="sb-sub">{madeWith}</p>
    </Disclosure>
  )
}

/** The voice in the middle of a topic and those that differ most, each with whether it may be quoted. */
export function Representatives({
  middle,
  edges,
}: {
  middle: HeardLine | undefined
  edges: readonly HeardLine[]
}) {
  const lines = [
    ...(middle ? [{ role: 'まん中の声', line: middle }] : []),
    ...edges.map((line) => ({ role: 'いちばん違う声', line })),
  ]
  return (
    <dl class="dads-description-list">
      {lines.map(({ role, line }) => (
        <div key={line.id}>
          <dt>{role}</dt>
          <dd>
            <a href={`/staff/voices/${line.submissionId}/opinions/${line.id}`} dir="auto">
              {short(line.verbatim, 120)}
            </a>
            <br />
            <span class="sb-sub">{quotableWords[quotable(line)]}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
