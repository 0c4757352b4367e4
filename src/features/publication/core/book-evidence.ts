import { evidenceKindLabels } from '#src/features/plan/core/labels.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { EvidenceLink } from '#src/formats/plan-parts.ts'
import type { BookWriter } from './book-text.ts'

/** Says what supports a paragraph: 市民意向調査2021 問8「保育所・幼稚園」「不満」（n＝1,204） */
export function evidenceWords(plan: Pick<PlanDocument, 'evidence'>, writer: BookWriter) {
  const current = plan.evidence.filter((link) => !link.supersededBy && !isVoice(link))
  const byPlace = Map.groupBy(current, ({ from }) => from)
  return (from: string): string[] => (byPlace.get(from) ?? []).map((link) => writer.line(wordsOf(link)))
}

/** A resident's words with a reviewed excerpt: they are shown as words, not as a source. */
export const isVoice = ({ to, quote, supersededBy }: EvidenceLink) =>
  to.kind === 'voice' && Boolean(quote) && !supersededBy

const stances = { supports: '', qualifies: '［条件付き］', contradicts: '［反する結果］' } as const

function wordsOf({ to, stance }: EvidenceLink): string {
  const source = isAddress(to.ref) ? evidenceKindLabels[to.kind] : to.ref
  const cell = [to.row, to.column]
    .filter(Boolean)
    .map((word) => `「${word}」`)
    .join('')
  const count = to.n === undefined ? '' : `（n＝${to.n.toLocaleString('en-US')}）`
  return `${source}${cell}${count}${stances[stance]}`
}

/** An address of the register (`surveys/sv_…#q8`), which says nothing to a reader. */
const isAddress = (ref: string) => /^[a-z-]+\/[a-z]{2}_[0-9a-z]{10}/.test(ref)
