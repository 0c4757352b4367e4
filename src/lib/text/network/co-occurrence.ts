import { byCodeUnit, rounded } from '../order.ts'

/** A word and in how many texts it occurs. */
export type NetworkWord = { word: string; texts: number }

/**
 * Two words by their places in the list of words, in how many texts both occur, and their Jaccard coefficient
 * (0–1).
 */
export type CoOccurrence = { first: number; second: number; texts: number; jaccard: number }

export type CoOccurrenceOptions = {
  /** Words of fewer texts are left out. */
  fewestTexts: number
  /** Of the words left only the most frequent are compared. */
  mostWords: number
  /** Only the strongest pairs are kept. */
  mostPairs: number
}

/**
 * Which words occur in the same texts: |A ∩ B| / |A ∪ B| over texts (Jaccard 1901), the measure of KH Coder's
 * network (Higuchi 2016). How often a word is repeated within one text does not matter. Pairs seen once are
 * chance and left out.
 *
 * Ties are settled by the number of texts, then by code unit; pairs come strongest first, words with a pair
 * only.
 */
export function coOccurrences(texts: readonly (readonly string[])[], options: CoOccurrenceOptions) {
  const sets = texts.map((words) => new Set(words))
  const candidates = frequentWords(sets, options)
  const counts = pairCounts(sets, candidates)
  const pairs = counts
    .map((pair) => ({ ...pair, jaccard: jaccardOf(pair, candidates) }))
    .sort((a, b) => b.jaccard - a.jaccard || b.texts - a.texts || a.first - b.first || a.second - b.second)
    .slice(0, options.mostPairs)
  return withoutLoneWords(candidates, pairs)
}

function frequentWords(sets: readonly ReadonlySet<string>[], options: CoOccurrenceOptions): NetworkWord[] {
  const counts = new Map<string, number>()
  for (const set of sets) for (const word of set) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .map(([word, texts]) => ({ word, texts }))
    .filter(({ texts }) => texts >= options.fewestTexts)
    .sort((a, b) => b.texts - a.texts || byCodeUnit(a.word, b.word))
    .slice(0, options.mostWords)
    .sort((a, b) => byCodeUnit(a.word, b.word))
}

function pairCounts(sets: readonly ReadonlySet<string>[], words: readonly NetworkWord[]) {
  const places = new Map(words.map(({ word }, place) => [word, place]))
  const counts = new Map<number, number>()
  for (const set of sets) {
    const here = [...set].flatMap((word) => places.get(word) ?? []).sort((a, b) => a - b)
    for (const [at, first] of here.entries()) {
      for (const second of here.slice(at + 1)) {
        const key = first * words.length + second
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    }
  }
  return [...counts]
    .filter(([, texts]) => texts > 1)
    .map(([key, texts]) => ({ first: Math.floor(key / words.length), second: key % words.length, texts }))
}

type Pair = { first: number; second: number; texts: number }

function jaccardOf({ first, second, texts }: Pair, words: readonly NetworkWord[]): number {
  return rounded(texts / ((words[first]?.texts ?? 0) + (words[second]?.texts ?? 0) - texts), 6)
}

function withoutLoneWords(words: readonly NetworkWord[], pairs: readonly CoOccurrence[]) {
  const used = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))].sort((a, b) => a - b)
  const places = new Map(used.map((old, place) => [old, place]))
  return {
    words: used.map((old) => words[old] as NetworkWord),
    pairs: pairs.map((pair) => ({
      ...pair,
      first: places.get(pair.first) ?? 0,
      second: places.get(pair.second) ?? 0,
    })),
  }
}
