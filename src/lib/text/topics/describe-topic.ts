import { cleanText, sentencesOf } from '../clean-text.ts'
import { inIdOrder } from '../order.ts'
import { countSources, type SourceCounts, type TextUnit } from '../text-unit.ts'
import { representatives } from './representatives.ts'
import { type TellingWord, tellingWords } from './telling-words.ts'
import type { SparseVector } from './tf-idf.ts'

/** A voice of a topic: cosine with the middle of the topic (0–1), and which of its telling words it has. */
export type TopicMember = { id: string; similarity: number; because: string[] }

/**
 * Voices about one matter (話題). `alone` is a voice with no word in common with the others, `wordless` those
 * that say nothing. Named after its smallest member.
 */
export type Topic = {
  id: string
  kind: 'topic' | 'alone' | 'wordless'
  tellingWords: TellingWord[]
  /** The voice nearest to the middle, its most telling sentence, and the voices that differ most. */
  medoidId: string
  quote: string
  extremeIds: string[]
  members: TopicMember[]
  counts: SourceCounts
}

/** A wording that takes part in the clustering, by its medoid. */
export type Tied = { unit: TextUnit; vector: SparseVector }

/** What is known of all voices: the wordings that take part, and who follows which medoid. */
export type Surroundings = {
  dimensions: number
  wordingCount: number
  /** In how many wordings a word occurs. */
  wordCounts: ReadonlyMap<string, number>
  followersOf: (medoidId: string) => readonly TextUnit[]
}

const mostWords = 5

/** What a cluster of wordings is about, and why each voice is in it. */
export function describeTopic(cluster: readonly Tied[], surroundings: Surroundings): Topic {
  const { dimensions, followersOf } = surroundings
  const found = representatives(
    cluster.map(({ vector }) => vector),
    dimensions,
  )
  const words = wordsOf(cluster, surroundings)
  const telling = new Set(words.map(({ word }) => word))
  const near = cluster.map(({ unit }, place) => ({ unit, similarity: found.similarities[place] ?? 0 }))
  const medoid = cluster[found.medoid]?.unit as TextUnit
  const members = near.flatMap(({ unit, similarity }) =>
    followersOf(unit.id).map((follower) => memberOf(follower, similarity, telling)),
  )
  return {
    ...named(
      'topic',
      near.flatMap(({ unit }) => [...followersOf(unit.id)]),
    ),
    tellingWords: words,
    medoidId: medoid.id,
    quote: quoteOf(medoid, telling),
    extremeIds: found.extremes.flatMap((place) => cluster[place]?.unit.id ?? []),
    members: inIdOrder(members),
  }
}

function wordsOf(cluster: readonly Tied[], { wordingCount, wordCounts }: Surroundings): TellingWord[] {
  const inside = new Map<string, number>()
  for (const { unit } of cluster) {
    for (const word of new Set(unit.words)) inside.set(word, (inside.get(word) ?? 0) + 1)
  }
  const counts = [...inside].map(([word, count]) => ({
    word,
    inside: count,
    all: wordCounts.get(word) ?? count,
  }))
  return tellingWords(counts, { inside: cluster.length, all: wordingCount, most: mostWords })
}

const memberOf = ({ id, words }: TextUnit, similarity: number, telling: ReadonlySet<string>) => {
  const own = new Set(words)
  return { id, similarity, because: [...telling].filter((word) => own.has(word)) }
}

const longestQuote = 120

/** The whole text when it is short, else its sentence with the most telling words; of equals the first. */
function quoteOf({ text }: TextUnit, telling: ReadonlySet<string>): string {
  if (text.length <= longestQuote) return text
  const score = (sentence: string) =>
    [...telling].filter((word) => cleanText(sentence).text.includes(word)).length
  return sentencesOf(text).reduce((best, one) => (score(one) > score(best) ? one : best), '') || text
}

/** Voices that share no word with others (each a topic of its own), and those without words (one topic). */
export function describeUntied(units: readonly TextUnit[], { followersOf }: Surroundings): Topic[] {
  const [wordless, alone] = [true, false].map((isWordless) =>
    units.filter(({ words }) => (words.length === 0) === isWordless),
  ) as [TextUnit[], TextUnit[]]
  const groups = [...alone.map((unit) => [unit]), ...(wordless.length > 0 ? [wordless] : [])]
  return groups.map((group) => {
    const [first] = group as [TextUnit]
    const voices = group.flatMap(({ id }) => [...followersOf(id)])
    return {
      ...named(group === wordless ? 'wordless' : 'alone', voices),
      tellingWords: [],
      medoidId: first.id,
      quote: first.text,
      extremeIds: [],
      members: inIdOrder(voices.map(({ id }) => ({ id, similarity: 0, because: [] }))),
    }
  })
}

const named = (kind: Topic['kind'], voices: readonly TextUnit[]) => ({
  id: inIdOrder(voices)[0]?.id ?? '',
  kind,
  counts: countSources(voices),
})
