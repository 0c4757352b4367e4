import { joinedSets } from '../wording/joined-sets.ts'
import { type Distances, pairPlace } from './distances.ts'

/** Two clusters joined, each by one of its members, and the squared distance at which it happened. */
export type Merge = { a: number; b: number; height: number }

/**
 * Ward's clustering (Ward 1963; minimum rise of the sum of squares) of squared Euclidean distances, by the
 * chain of nearest neighbours (Murtagh 1983) with the update of Lance and Williams (1967). Of equal distances
 * the smallest place wins. Gives count − 1 merges in order of height. The distances are used up.
 */
export function wardMerges({ count, values }: Distances): Merge[] {
  const sizes = new Float64Array(count).fill(1)
  const merges: Merge[] = []
  const chain: number[] = []
  let firstLeft = 0
  while (merges.length < count - 1) {
    if (chain.length === 0) {
      while (sizes[firstLeft] === 0) firstLeft++
      chain.push(firstLeft)
    }
    const end = chain.at(-1) as number
    const before = chain.at(-2)
    const nearest = nearestOf(end, before, { values, sizes })
    if (nearest !== before) {
      chain.push(nearest)
      continue
    }
    chain.length -= 2
    merges.push({
      a: Math.min(end, nearest),
      b: Math.max(end, nearest),
      height: values[pairPlace(end, nearest)] as number,
    })
    mergeInto([Math.min(end, nearest), Math.max(end, nearest)], { values, sizes })
  }
  return merges.sort((a, b) => a.height - b.height)
}

type State = { values: Float32Array; sizes: Float64Array }

/** The nearest cluster; the one before in the chain wins a tie, so that the chain ends. */
function nearestOf(place: number, before: number | undefined, { values, sizes }: State): number {
  let nearest = before ?? -1
  let least = before === undefined ? Number.POSITIVE_INFINITY : (values[pairPlace(place, before)] as number)
  for (let other = 0; other < sizes.length; other++) {
    if (other === place || sizes[other] === 0) continue
    const distance = values[pairPlace(place, other)] as number
    if (distance < least) {
      least = distance
      nearest = other
    }
  }
  return nearest
}

/** The second cluster goes into the first; distances of the new one follow from those of the two. */
function mergeInto([kept, gone]: [number, number], { values, sizes }: State): void {
  const [keptSize, goneSize] = [sizes[kept] as number, sizes[gone] as number]
  const between = values[pairPlace(kept, gone)] as number
  for (let other = 0; other < sizes.length; other++) {
    const size = sizes[other] as number
    if (size === 0 || other === kept || other === gone) continue
    const toKept = values[pairPlace(kept, other)] as number
    const toGone = values[pairPlace(gone, other)] as number
    values[pairPlace(kept, other)] =
      ((keptSize + size) * toKept + (goneSize + size) * toGone - size * between) /
      (keptSize + goneSize + size)
  }
  sizes[kept] = keptSize + goneSize
  sizes[gone] = 0
}

/**
 * The cluster of each place when the tree is cut into so many; clusters are numbered by their first place.
 */
export function cutTree(merges: readonly Merge[], count: number, clusters: number): Int32Array {
  const joined = joinedSets(count)
  for (const { a, b } of merges.slice(0, Math.max(0, count - clusters))) joined.join(a, b)
  const labels = new Int32Array(count)
  for (const [label, members] of joined.sets().entries()) for (const place of members) labels[place] = label
  return labels
}
