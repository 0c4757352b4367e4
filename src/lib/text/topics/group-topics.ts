import { byCodeUnit, inIdOrder } from '../order.ts'
import type { TextUnit } from '../text-unit.ts'
import type { WordingGroup } from '../wording/group-wordings.ts'
import { type Choice, clusterVectors } from './cluster-vectors.ts'
import { describeTopic, describeUntied, type Surroundings, type Tied, type Topic } from './describe-topic.ts'
import { clustersOf } from './silhouette.ts'
import { type SparseVector, tfIdf } from './tf-idf.ts'

export type TopicResult = { method: 'ward' | 'k-means' | 'none'; topics: Topic[]; choices: Choice[] }

export type TopicOptions = { seed?: string; topics?: number }

/**
 * Groups voices by their words: tf-idf, cosine, Ward (or seeded k-means above 5,000). Each wording counts
 * once, so that a flood makes no topic bigger than its argument; its voices follow their medoid. Every voice
 * is in exactly one topic.
 *
 * The order of the units does not matter. Refuses `topics` that is no whole number from 1 (RangeError).
 */
export function groupTopics(
  units: readonly TextUnit[],
  wordings: readonly WordingGroup[],
  { seed = 'shirube', topics }: TopicOptions = {},
): TopicResult {
  if (topics !== undefined && !(Number.isInteger(topics) && topics > 0))
    throw new RangeError(`topics: ${topics}`)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const unitOf = (id: string) => byId.get(id) as TextUnit
  const medoids = inIdOrder(wordings.map(({ medoidId }) => unitOf(medoidId)))
  const { vectors, words } = tfIdf(medoids.map((unit) => unit.words))
  const all = medoids.map((unit, place): Tied => ({ unit, vector: vectors[place] as SparseVector }))
  const tied = all.filter(({ vector }) => vector.features.length > 0)
  const untied = all.filter(({ vector }) => vector.features.length === 0)

  const followers = new Map(
    wordings.map(({ medoidId, members }) => [medoidId, members.map(({ id }) => unitOf(id))]),
  )
  const surroundings: Surroundings = {
    dimensions: words.length,
    wordingCount: medoids.length,
    wordCounts: documentCounts(medoids),
    followersOf: (medoidId) => followers.get(medoidId) ?? [],
  }
  const options = { dimensions: words.length, seed, ...(topics === undefined ? {} : { topics }) }
  const found =
    tied.length > 0
      ? clusterVectors(
          tied.map(({ vector }) => vector),
          options,
        )
      : undefined
  const clusters = found ? clustersOf(found.labels) : []
  return {
    method: found?.method ?? 'none',
    choices: found?.choices ?? [],
    topics: [
      ...clusters.map((places) =>
        describeTopic(
          places.map((place) => tied[place] as Tied),
          surroundings,
        ),
      ),
      ...describeUntied(
        untied.map(({ unit }) => unit),
        surroundings,
      ),
    ].sort(byKindAndSize),
  }
}

function documentCounts(units: readonly TextUnit[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { words } of units) {
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

const kinds: readonly Topic['kind'][] = ['topic', 'alone', 'wordless']

const byKindAndSize = (a: Topic, b: Topic) =>
  kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
  b.members.length - a.members.length ||
  byCodeUnit(a.id, b.id)
