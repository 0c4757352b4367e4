import { byCodeUnit, rounded } from '../order.ts'

/**
 * A word that tells a group from the rest: in how many texts of the group and of the rest, and the ratio G².
 */
export type TellingWord = { word: string; inside: number; outside: number; ratio: number }

/** A word and in how many texts it occurs, inside the group and in all. */
export type WordCount = { word: string; inside: number; all: number }

/**
 * The words most typical of a group by the log-likelihood ratio G² (Dunning 1993), among those more frequent
 * inside than outside; at most `most`, of equals the first by code unit.
 */
export function tellingWords(
  counts: readonly WordCount[],
  { inside, all, most }: { inside: number; all: number; most: number },
): TellingWord[] {
  const outside = all - inside
  return counts
    .filter((word) => word.inside * outside > (word.all - word.inside) * inside || outside === 0)
    .map((word) => ({
      word: word.word,
      inside: word.inside,
      outside: word.all - word.inside,
      ratio: rounded(likelihoodRatio([word.inside, word.all - word.inside], [inside, outside])),
    }))
    .sort((a, b) => b.ratio - a.ratio || b.inside - a.inside || byCodeUnit(a.word, b.word))
    .slice(0, most)
}

/** G² = 2 Σ observed · ln(observed / expected) over the fourfold table of word × group. */
export function likelihoodRatio(having: [number, number], sizes: [number, number]): number {
  const total = sizes[0] + sizes[1]
  const has = having[0] + having[1]
  const term = (observed: number, size: number, share: number) =>
    observed === 0 ? 0 : observed * Math.log(observed / ((size * share) / total))
  const sum =
    term(having[0], sizes[0], has) +
    term(having[1], sizes[1], has) +
    term(sizes[0] - having[0], sizes[0], total - has) +
    term(sizes[1] - having[1], sizes[1], total - has)
  return Math.max(0, 2 * sum)
}
