import { comparisonText } from '../clean-text.ts'
import { byCodeUnit, rounded } from '../order.ts'
import type { TextUnit } from '../text-unit.ts'
import { findPairs } from './gather.ts'
import { jaccard, type NumberSet, numberSets, shinglesOf } from './number-sets.ts'
import type { SimilarPair } from './similar-pairs.ts'

/** Two groups a person should look at, and why: how alike their letters and their words are, and the words both have. */
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

/** Compares the medoids of groups by letters and, as a second signal, by their sets of words. Strongest first. */
export function proposeMerges(medoids: readonly Medoid[], proposeFrom: number) {
  const letters = numberSets(medoids.map(({ unit }) => shinglesOf(comparisonText(unit.text))))
  const words = numberSets(medoids.map(({ unit }) => new Set(unit.words)))
  const found: WordingProposal[] = []
  let count = 0
  const add = ({ first, second }: SimilarPair) => {
    count++
    found.push(proposalOf([first, second], { medoids, letters, words }))
    if (found.length >= mostProposals * 20) keepStrongest(found)
  }
  findPairs(letters, { threshold: proposeFrom, visit: add })
  const enough = words.map((set) => (set.length >= fewestWords ? set : new Int32Array()))
  const isKnown = (first: number, second: number) =>
    jaccard(letters[first] ?? new Int32Array(), letters[second] ?? new Int32Array()) >= proposeFrom
  findPairs(enough, { threshold: wordsAlikeFrom, visit: add, isSettled: isKnown })
  keepStrongest(found)
  return { proposals: found, proposalsLeftOff: count - found.length }
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

/** Keeps the thousand strongest, in order: the better of both signals, then the ids. */
function keepStrongest(found: WordingProposal[]): void {
  const strength = ({ textSimilarity, wordSimilarity }: WordingProposal) =>
    Math.max(textSimilarity, wordSimilarity)
  found.sort(
    (a, b) =>
      strength(b) - strength(a) ||
      byCodeUnit(a.groupIds[0], b.groupIds[0]) ||
      byCodeUnit(a.groupIds[1], b.groupIds[1]),
  )
  found.length = Math.min(found.length, mostProposals)
}
