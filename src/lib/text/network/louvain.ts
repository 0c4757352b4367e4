import { type Random, shuffled } from '../seeded-random.ts'

/** An undirected edge between two nodes by number, each pair at most once, no loops. */
export type WeightedEdge = { first: number; second: number; weight: number }

/**
 * Communities of a network by the Louvain method (Blondel et al. 2008), resolution 1. Nodes are visited in an
 * order drawn from the generator; of equal gains the community with the smallest number wins. Gives the
 * community of each node, numbered without gaps by their first node.
 */
export function communitiesOf(nodeCount: number, edges: readonly WeightedEdge[], random: Random): number[] {
  let labels = Array.from({ length: nodeCount }, (_, node) => node)
  let graph = graphOf(nodeCount, edges)
  while (true) {
    const { communities, hasMoved } = moveNodes(graph, random)
    if (!hasMoved) return renumbered(labels)
    const numbers = renumbered(communities)
    labels = labels.map((label) => numbers[label] as number)
    graph = collapsed(graph, numbers)
  }
}

/**
 * Neighbours of each node with weights; `loops` is the weight inside a collapsed node, counted twice as in
 * its degree.
 */
type Graph = { neighbours: Map<number, number>[]; loops: number[]; degrees: number[]; total: number }

function graphOf(nodeCount: number, edges: readonly WeightedEdge[]): Graph {
  const neighbours = Array.from({ length: nodeCount }, () => new Map<number, number>())
  for (const { first, second, weight } of edges) {
    neighbours[first]?.set(second, weight)
    neighbours[second]?.set(first, weight)
  }
  return withDegrees(neighbours, new Array<number>(nodeCount).fill(0))
}

function withDegrees(neighbours: Map<number, number>[], loops: number[]): Graph {
  const degrees = neighbours.map((near, node) => {
    let degree = loops[node] as number
    for (const weight of near.values()) degree += weight
    return degree
  })
  return { neighbours, loops, degrees, total: degrees.reduce((sum, degree) => sum + degree, 0) }
}

/** Less than this is rounding, not gain. */
const leastGain = 1e-12

function moveNodes({ neighbours, degrees, total }: Graph, random: Random) {
  const communities = neighbours.map((_, node) => node)
  const sums = [...degrees]
  const order = shuffled([...communities], random)
  let hasMoved = false
  let isMoving = total > 0
  while (isMoving) {
    isMoving = false
    for (const node of order) {
      const own = communities[node] as number
      const degree = degrees[node] as number
      sums[own] = (sums[own] as number) - degree
      const weights = weightsByCommunity(neighbours[node] as Map<number, number>, communities)
      const gainOf = (community: number) =>
        (weights.get(community) ?? 0) - (degree * (sums[community] as number)) / total
      let best = own
      for (const community of [...weights.keys()].sort((a, b) => a - b)) {
        if (gainOf(community) > gainOf(best) + leastGain) best = community
      }
      communities[node] = best
      sums[best] = (sums[best] as number) + degree
      if (best !== own) isMoving = true
    }
    hasMoved ||= isMoving
  }
  return { communities, hasMoved }
}

function weightsByCommunity(near: ReadonlyMap<number, number>, communities: readonly number[]) {
  const weights = new Map<number, number>()
  for (const [other, weight] of near) {
    const community = communities[other] as number
    weights.set(community, (weights.get(community) ?? 0) + weight)
  }
  return weights
}

/** Each community becomes one node. */
function collapsed({ neighbours, loops }: Graph, communities: readonly number[]): Graph {
  const count = Math.max(...communities) + 1
  const merged = Array.from({ length: count }, () => new Map<number, number>())
  const mergedLoops = new Array<number>(count).fill(0)
  for (const [node, near] of neighbours.entries()) {
    const own = communities[node] as number
    mergedLoops[own] = (mergedLoops[own] as number) + (loops[node] as number)
    for (const [other, weight] of near) {
      const community = communities[other] as number
      if (community === own) mergedLoops[own] = (mergedLoops[own] as number) + weight
      else merged[own]?.set(community, (merged[own]?.get(community) ?? 0) + weight)
    }
  }
  return withDegrees(merged, mergedLoops)
}

function renumbered(labels: readonly number[]): number[] {
  const numbers = new Map<number, number>()
  for (const label of labels) if (!numbers.has(label)) numbers.set(label, numbers.size)
  return labels.map((label) => numbers.get(label) as number)
}

/** Modularity Q of a division (Newman 2004), −½ … 1; 0 for a network without edges. */
export function modularity(labels: readonly number[], edges: readonly WeightedEdge[]): number {
  const total = edges.reduce((sum, { weight }) => sum + weight, 0)
  if (total === 0) return 0
  const inside = new Map<number, number>()
  const degrees = new Map<number, number>()
  const add = (sums: Map<number, number>, label: number, weight: number) =>
    sums.set(label, (sums.get(label) ?? 0) + weight)
  for (const { first, second, weight } of edges) {
    const [a, b] = [labels[first] as number, labels[second] as number]
    add(degrees, a, weight)
    add(degrees, b, weight)
    if (a === b) add(inside, a, weight)
  }
  return [...degrees].reduce(
    (sum, [label, degree]) => sum + (inside.get(label) ?? 0) / total - (degree / (2 * total)) ** 2,
    0,
  )
}
