import { hashOf } from '#src/formats/canonical-json.ts'
import { countSources, type SourceCounts, type TextUnit } from '#src/lib/text/text-unit.ts'
import { groupTopics, type TopicResult } from '#src/lib/text/topics/group-topics.ts'
import { groupWordings, type WordingGroup } from '#src/lib/text/wording/group-wordings.ts'
import type { WordingProposal } from '#src/lib/text/wording/propose-merges.ts'
import type { Made } from './made.ts'

/** Everything `voices group` proposes; nothing of it counts before a person confirms it. */
export type GroupReport = {
  schema: 'shirube-voice-groups/1'
  made: Made
  counts: SourceCounts
  /** Groups of two or more in the same wording; those alone are `singles`, in full. */
  wordings: (WordingGroup & { because: string })[]
  singles: string[]
  proposals: (WordingProposal & { because: string })[]
  hasMoreProposals: boolean
  topics: TopicResult['topics']
  method: TopicResult['method']
  choices: TopicResult['choices']
  hash: string
}

export type GroupWishes = { topics?: number }

/**
 * Groups voices by wording and by topic. The same voices in any order, with the same seed, give the same
 * report.
 */
export function groupReport(units: readonly TextUnit[], made: Made, wishes: GroupWishes = {}): GroupReport {
  const { groups, proposals, hasMoreProposals } = groupWordings(units)
  const found = groupTopics(units, groups, { seed: made.seed, ...wishes })
  const report = {
    schema: 'shirube-voice-groups/1' as const,
    made,
    counts: countSources(units),
    wordings: groups
      .filter(({ members }) => members.length > 1)
      .map((group) => ({ ...group, because: wordingReason(group) })),
    singles: groups.filter(({ members }) => members.length === 1).map(({ id }) => id),
    proposals: proposals.map((proposal) => ({ ...proposal, because: proposalReason(proposal) })),
    hasMoreProposals,
    topics: found.topics,
    method: found.method,
    choices: found.choices,
  }
  return { ...report, hash: hashOf(report) }
}

/** Why some voices are one wording, in a sentence. */
export function wordingReason({ members, isFlood }: WordingGroup): string {
  const least = Math.min(...members.map(({ similarity }) => similarity))
  const adding = members.filter(({ ownSentences }) => ownSentences.length > 0).length
  const sentences = [
    least === 1 ? '文が同じです。' : `文字の並びが${percent(least)}以上同じです。`,
    ...(adding > 0 ? [`うち${adding}件には、ほかにない文があります。`] : []),
    ...(isFlood ? ['同じ文面が多数寄せられています。'] : []),
  ]
  return sentences.join('')
}

/** Why two groups may be one, in a sentence. */
export function proposalReason({ textSimilarity, wordSimilarity, sharedWords }: WordingProposal): string {
  const words = sharedWords.length > 0 ? `同じ語：${sharedWords.slice(0, 8).join('、')}。` : ''
  return `文字の並びが${percent(textSimilarity)}、語が${percent(wordSimilarity)}同じです。${words}`
}

const percent = (share: number) => `${Math.round(share * 100)}％`
