import { joinedSets } from './joined-sets.ts'
import { jaccard, type NumberSet } from './number-sets.ts'
import { findLikelyPairs, findSimilarPairs, type PairSearch } from './similar-pairs.ts'

/** Up to here every pair is compared exactly; beyond by MinHash (voices.md §6.1). */
const mostExact = 20_000

/** Finds pairs exactly up to 20,000 sets, by MinHash above. */
export const findPairs = (sets: readonly NumberSet[], search: PairSearch): void =>
  (sets.length <= mostExact ? findSimilarPairs : findLikelyPairs)(sets, search)

/** Places that gather around one of them: each is at least `threshold` alike to the centre. */
export type Gathering = { centre: number; members: number[] }

/** A text that stands for all with the same set; `weight` is how many they are. */
export type Weighted = { set: NumberSet; weight: number }

/**
 * Puts every text into exactly one gathering. Alike pairs are linked; each connected part gathers around its
 * medoid, and what only a chain of neighbours ties to it gathers anew around the next most frequent text.
 */
export function gatherAlike(texts: readonly Weighted[], threshold: number): Gathering[] {
  const sets = texts.map(({ set }) => set)
  const joined = joinedSets(texts.length)
  findPairs(sets, {
    threshold,
    isSettled: joined.isJoined,
    visit: ({ first, second }) => joined.join(first, second),
  })
  return joined.sets().flatMap((part) => gatherPart(part, texts, threshold))
}

function gatherPart(part: readonly number[], texts: readonly Weighted[], threshold: number): Gathering[] {
  const gatherings: Gathering[] = []
  const alike = (a: number, b: number) => jaccard(setAt(texts, a), setAt(texts, b))
  let left = byWeight(part, texts)
  let centre = medoidOf(left, texts)
  while (centre !== undefined) {
    const here = centre
    const members = left.filter((place) => place === here || alike(here, place) >= threshold)
    gatherings.push({ centre: here, members: members.sort((a, b) => a - b) })
    const taken = new Set(members)
    left = left.filter((place) => !taken.has(place))
    centre = left[0]
  }
  return gatherings
}

const setAt = (texts: readonly Weighted[], place: number) => texts[place]?.set ?? new Int32Array()

const byWeight = (part: readonly number[], texts: readonly Weighted[]) =>
  [...part].sort((a, b) => (texts[b]?.weight ?? 0) - (texts[a]?.weight ?? 0) || a - b)

const mostCandidates = 50

/** The text most alike to all others of its part, of the 50 most frequent; of equals the first. */
function medoidOf(part: readonly number[], texts: readonly Weighted[]): number | undefined {
  if (part.length <= 2) return part[0]
  let best: { place: number; sum: number } | undefined
  for (const place of part.slice(0, mostCandidates)) {
    const sum = part.reduce(
      (all, other) => all + (texts[other]?.weight ?? 0) * jaccard(setAt(texts, place), setAt(texts, other)),
      0,
    )
    if (!best || sum > best.sum + 1e-9) best = { place, sum }
  }
  return best?.place
}
