import { comparisonText, sentencesOf } from '../clean-text.ts'
import { byCodeUnit, inIdOrder, rounded } from '../order.ts'
import { countSources, type SourceCounts, type TextUnit } from '../text-unit.ts'
import { gatherAlike, type Weighted } from './gather.ts'
import { jaccard, numberSets, shinglesOf } from './number-sets.ts'
import { proposeMerges, type WordingProposal } from './propose-merges.ts'

/**
 * One voice of a group: how alike its text is to the medoid's (1 = the same), and its sentences the medoid
 * has not.
 */
export type WordingMember = { id: string; similarity: number; ownSentences: string[] }

/** Voices in the same wording (同文・ほぼ同文). Named after its smallest member; the medoid's text stands for it. */
export type WordingGroup = {
  id: string
  medoidId: string
  members: WordingMember[]
  counts: SourceCounts
  /** Many submissions of one text: a campaign by post card or copy. */
  isFlood: boolean
}

export type WordingOptions = {
  /** From which similarity texts are one wording. 0.8 unless said otherwise. */
  sameFrom?: number
  /** From which similarity two groups are proposed to a person. 0.5 unless said otherwise. */
  proposeFrom?: number
  /** From how many submissions a group is a flood. 10 unless said otherwise. */
  floodFrom?: number
}

export type WordingResult = {
  groups: WordingGroup[]
  proposals: WordingProposal[]
  /** Only the thousand strongest proposals are given. */
  hasMoreProposals: boolean
}

/**
 * Groups near-duplicates: Jaccard of character 5-grams of the comparison text, ≥ 0.8 the same wording,
 * 0.5–0.8 (or the same words in another order) a proposal. Every voice is in exactly one group, alone when
 * nobody wrote the like.
 *
 * The order of the units does not matter. Refuses an id that occurs twice (RangeError).
 */
export function groupWordings(units: readonly TextUnit[], options: WordingOptions = {}): WordingResult {
  const groups = findWordings(units, options)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const medoids = groups.map(({ id, medoidId }) => ({ groupId: id, unit: byId.get(medoidId) as TextUnit }))
  return { groups, ...proposeMerges(medoids, options.proposeFrom ?? 0.5) }
}

/** The groups of `groupWordings` without its proposals. Largest first, of equals the smallest id. */
export function findWordings(units: readonly TextUnit[], options: WordingOptions = {}): WordingGroup[] {
  const { sameFrom = 0.8, floodFrom = 10 } = options
  const texts = distinctTexts(inIdOrder(units))
  const groups = gatherAlike(texts, sameFrom).map(({ centre, members }) => {
    const medoid = texts[centre] as DistinctText
    return groupOf(
      medoid,
      members.map((place) => texts[place] as DistinctText),
      floodFrom,
    )
  })
  return groups.sort((a, b) => b.members.length - a.members.length || byCodeUnit(a.id, b.id))
}

/** All units with one comparison text. */
type DistinctText = Weighted & { units: TextUnit[] }

function distinctTexts(units: readonly TextUnit[]): DistinctText[] {
  const byText = new Map<string, TextUnit[]>()
  for (const unit of units) {
    const key = comparisonText(unit.text)
    const same = byText.get(key)
    if (same) same.push(unit)
    else byText.set(key, [unit])
  }
  const sets = numberSets([...byText.keys()].map(shinglesOf))
  return [...byText.values()].map((same, place) => ({
    units: same,
    weight: same.length,
    set: sets[place] ?? new Int32Array(),
  }))
}

function groupOf(medoid: DistinctText, texts: readonly DistinctText[], floodFrom: number): WordingGroup {
  const units = inIdOrder(texts.flatMap((text) => text.units))
  const medoidUnit = medoid.units[0] as TextUnit
  const common = comparisonText(medoidUnit.text)
  const members = texts.flatMap((text) => {
    const similarity = text === medoid ? 1 : rounded(jaccard(text.set, medoid.set))
    return text.units.map((unit) => ({
      id: unit.id,
      similarity,
      ownSentences: text === medoid ? [] : sentencesOutside(unit.text, common),
    }))
  })
  const counts = countSources(units)
  const saysSomething = units.some(({ words }) => words.length > 0)
  return {
    id: units[0]?.id ?? '',
    medoidId: medoidUnit.id,
    members: inIdOrder(members),
    counts,
    isFlood: saysSomething && counts.submissions >= floodFrom,
  }
}

/** Nothing a person added to a common text disappears behind it. */
const sentencesOutside = (text: string, common: string): string[] =>
  sentencesOf(text).filter(
    (sentence) => !common.includes(comparisonText(sentence).replace(/[。．.！!？?]+$/, '')),
  )
