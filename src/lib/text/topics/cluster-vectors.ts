import { rounded } from '../order.ts'
import { seededRandom } from '../seeded-random.ts'
import { distancesOf } from './distances.ts'
import { kMeans } from './k-means.ts'
import { reduceVectors } from './reduce.ts'
import { silhouette } from './silhouette.ts'
import type { SparseVector } from './tf-idf.ts'
import { cutTree, wardMerges } from './ward.ts'

/** A number of groups and its mean silhouette: shown, so that a person can choose. */
export type Choice = { topics: number; silhouette: number }

export type Clustering = { method: 'ward' | 'k-means'; labels: Int32Array; choices: Choice[] }

export type ClusterOptions = { dimensions: number; seed: string; topics?: number }

/** Up to here all pairs fit in memory (voices.md §6.7). */
const mostForWard = 5000
const wardChoices = Array.from({ length: 29 }, (_, at) => at + 2)
const kMeansChoices = [5, 10, 15, 20, 30]
const mostDimensions = 32

/**
 * Ward's clustering up to 5,000 vectors, k-means on LSA dimensions above. Without a number of topics the one
 * with the highest silhouette is taken, of equals the smallest, up to the root of twice the number of
 * vectors: with few texts the silhouette of ever smaller groups only rises. The vectors are not empty and
 * have length 1.
 */
export function clusterVectors(vectors: readonly SparseVector[], options: ClusterOptions): Clustering {
  const method = vectors.length <= mostForWard ? 'ward' : 'k-means'
  const labelsFor = method === 'ward' ? byWard(vectors) : byKMeans(vectors, options)
  const wished = method === 'ward' ? wardChoices : kMeansChoices
  const most = Math.ceil(Math.sqrt(2 * vectors.length))
  const possible = wished.filter((topics) => topics <= most && topics < vectors.length)
  const choices = possible.map((topics) => ({
    topics,
    silhouette: rounded(silhouette(vectors, labelsFor(topics), options.dimensions)),
  }))
  const best = choices.reduce(
    (better, choice) => (choice.silhouette > better.silhouette ? choice : better),
    choices[0] ?? { topics: 1, silhouette: 0 },
  )
  return { method, choices, labels: labelsFor(Math.min(options.topics ?? best.topics, vectors.length)) }
}

function byWard(vectors: readonly SparseVector[]) {
  const merges = wardMerges(distancesOf(vectors))
  return (topics: number) => cutTree(merges, vectors.length, topics)
}

/**
 * Every number of topics starts from the same seed, so that it gives the same groups alone and among others.
 */
function byKMeans(vectors: readonly SparseVector[], { dimensions, seed }: ClusterOptions) {
  const width = Math.min(mostDimensions, dimensions)
  const rows = reduceVectors(vectors, { dimensions, width, random: seededRandom(`${seed} lsa`) })
  return (topics: number) => kMeans(rows, topics, seededRandom(`${seed} k-means ${topics}`))
}
