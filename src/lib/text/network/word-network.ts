import { byCodeUnit, inIdOrder, rounded } from '../order.ts'
import { seededRandom } from '../seeded-random.ts'
import type { TextUnit } from '../text-unit.ts'
import { coOccurrences, type NetworkWord } from './co-occurrence.ts'
import { communitiesOf, modularity, type WeightedEdge } from './louvain.ts'
import { layOutNetwork } from './network-layout.ts'

/**
 * A word: in how many texts, which community (0, 1, …; the largest first), and its place on the picture (0 …
 * 1).
 */
export type NetworkNode = { word: string; texts: number; community: number; x: number; y: number }

/**
 * Two words, why they are joined (in how many texts both occur, and the first of these), and how strongly.
 */
export type NetworkEdge = { words: [string, string]; jaccard: number; texts: number; examples: string[] }

/** 共起ネットワーク. `units` is the number of texts it was made from. */
export type WordNetwork = {
  measure: 'jaccard'
  units: number
  fewestTexts: number
  modularity: number
  nodes: NetworkNode[]
  edges: NetworkEdge[]
}

export type NetworkOptions = { seed?: string; fewestTexts?: number; mostEdges?: number }

const mostWords = 500
const mostExamples = 3

/**
 * The network of words that occur in the same voices: Jaccard, the strongest edges (60 unless said
 * otherwise), Louvain communities, ForceAtlas2. The same voices in any order give the same network for the
 * same seed.
 *
 * Refuses an id that occurs twice, `fewestTexts` below 2 and `mostEdges` below 1 (RangeError).
 */
export function wordNetwork(units: readonly TextUnit[], options: NetworkOptions = {}): WordNetwork {
  const { seed = 'shirube', fewestTexts = fewestTextsFor(units.length), mostEdges = 60 } = options
  if (!(fewestTexts >= 2)) throw new RangeError(`fewestTexts: ${fewestTexts}`)
  if (!(mostEdges >= 1)) throw new RangeError(`mostEdges: ${mostEdges}`)
  const ordered = inIdOrder(units)
  const found = coOccurrences(
    ordered.map(({ words }) => words),
    { fewestTexts, mostWords, mostPairs: mostEdges },
  )
  const edges = found.pairs.map(({ first, second, jaccard }): WeightedEdge => {
    return { first, second, weight: jaccard }
  })
  const count = found.words.length
  const labels = bySize(communitiesOf(count, edges, seededRandom(`${seed} louvain`)), found.words)
  const points = layOutNetwork(count, edges, seededRandom(`${seed} layout`))
  return {
    measure: 'jaccard',
    units: units.length,
    fewestTexts,
    modularity: rounded(modularity(labels, edges)),
    nodes: found.words.map((word, place) => {
      const { x, y } = points[place] ?? { x: 0, y: 0 }
      return { ...word, community: labels[place] ?? 0, x, y }
    }),
    edges: found.pairs.map(({ first, second, texts, jaccard }) => {
      const words: [string, string] = [wordAt(found.words, first), wordAt(found.words, second)]
      return { words, jaccard, texts, examples: examplesOf(ordered, words) }
    }),
  }
}

/** A word of every hundredth text, but of two at least. */
const fewestTextsFor = (count: number) => Math.max(2, Math.floor(count / 100))

const wordAt = (words: readonly NetworkWord[], place: number) => words[place]?.word ?? ''

/** Communities numbered by size; of equals the one with the first word. */
function bySize(labels: readonly number[], words: readonly NetworkWord[]): number[] {
  const sizes = new Map<number, { size: number; first: string }>()
  for (const [place, label] of labels.entries()) {
    const known = sizes.get(label)
    sizes.set(label, { size: (known?.size ?? 0) + 1, first: known?.first ?? wordAt(words, place) })
  }
  const order = [...sizes].sort(([, a], [, b]) => b.size - a.size || byCodeUnit(a.first, b.first))
  const numbers = new Map(order.map(([label], number) => [label, number]))
  return labels.map((label) => numbers.get(label) ?? 0)
}

/** The first voices in which both words occur. */
function examplesOf(units: readonly TextUnit[], [a, b]: [string, string]): string[] {
  const examples: string[] = []
  for (const { id, words } of units) {
    if (examples.length === mostExamples) break
    if (words.includes(a) && words.includes(b)) examples.push(id)
  }
  return examples
}
