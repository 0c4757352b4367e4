import { comparisonText } from '../clean-text.ts'
import { byCodeUnit, rounded } from '../order.ts'
import type { TextUnit } from '../text-unit.ts'
import { findPairs } from './gather.ts'
import { jaccard, type NumberSet, numberSets, shinglesOf } from './number-sets.ts'
import type { SimilarPair } from './similar-pairs.ts'

/**
 * Two groups a person should look at, and why: how alike their letters and their words are, and the words
 * both have.
 */
export type WordingProposal = {
  groupIds: [string, string]
  textSimilarity: number
  wordSimilarity: number
  sharedWords: string[]
}

type Medoid = { groupId: string; unit: TextUnit }

const mostProposals = 1000
/** The same words in another order are a signal only when there are some. */
const wordsAlikeFrom = 0.8
const fewestWords = 4

/**
 * Compares the medoids of groups by letters and, as a second signal, by their sets of words. Strongest first.
 */
export function proposeMerges(medoids: readonly Medoid[], proposeFrom: number) {
  const letters = numberSets(medoids.map(({ unit }) => shinglesOf(comparisonText(unit.text))))
  const words = numberSets(medoids.map(({ unit }) => new Set(unit.words)))
  const kept = strongest()
  const visit = ({ first, second }: SimilarPair) =>
    kept.add(proposalOf([first, second], { medoids, letters, words }))
  findPairs(letters, { threshold: proposeFrom, visit, risen: kept.risen })
  const enough = words.map((set) => (set.length >= fewestWords ? set : new Int32Array()))
  findPairs(enough, { threshold: wordsAlikeFrom, visit, risen: kept.risen })
  return { proposals: kept.list(), hasMoreProposals: kept.isCut() }
}

type Sides = { medoids: readonly Medoid[]; letters: readonly NumberSet[]; words: readonly NumberSet[] }

function proposalOf([first, second]: [number, number], { medoids, letters, words }: Sides): WordingProposal {
  const [a, b] = [medoids[first] as Medoid, medoids[second] as Medoid].sort((x, y) =>
    byCodeUnit(x.groupId, y.groupId),
  ) as [Medoid, Medoid]
  const own = new Set(b.unit.words)
  const similarity = (sets: readonly NumberSet[]) => {
    const [one, other] = [sets[first] ?? new Int32Array(), sets[second] ?? new Int32Array()]
    return one.length + other.length === 0 ? 0 : rounded(jaccard(one, other))
  }
  return {
    groupIds: [a.groupId, b.groupId],
    textSimilarity: similarity(letters),
    wordSimilarity: similarity(words),
    sharedWords: [...new Set(a.unit.words)].filter((word) => own.has(word)).sort(byCodeUnit),
  }
}

/** The thousand strongest proposals: by the better of both signals, then by ids. */
function strongest() {
  const byPair = new Map<string, WordingProposal>()
  let bound = 0
  const list = () => [...byPair.values()].sort(byStrength).slice(0, mostProposals)
  return {
    list,
    isCut: () => bound > 0 || byPair.size > mostProposals,
    /** Once there are more than enough, only pairs stronger than the weakest kept are looked at. */
    risen: () => bound,
    add(proposal: WordingProposal): void {
      byPair.set(proposal.groupIds.join('\n'), proposal)
      if (byPair.size < mostProposals * 2) return
      const kept = list()
      byPair.clear()
      for (const one of kept) byPair.set(one.groupIds.join('\n'), one)
      bound = strengthOf(kept.at(-1)) + 1e-9
    },
  }
}

const byStrength = (a: WordingProposal, b: WordingProposal) =>
  strengthOf(b) - strengthOf(a) ||
  byCodeUnit(a.groupIds[0], b.groupIds[0]) ||
  byCodeUnit(a.groupIds[1], b.groupIds[1])

const strengthOf = (proposal: WordingProposal | undefined) =>
  Math.max(proposal?.textSimilarity ?? 0, proposal?.wordSimilarity ?? 0)
