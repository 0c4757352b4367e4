import type { Place } from './edit.ts'

/** The fewest members that must be put elsewhere to turn one order into another of the same keys, and where. */
export function placesBetween(from: readonly string[], to: readonly string[]): Place[] {
  if (from.every((key, index) => key === to[index])) return []
  const positions = new Map(from.map((key, index) => [key, index]))
  const staying = longestRising(to.map((key) => positions.get(key) ?? -1))
  return to.flatMap((key, index) => (staying.has(index) ? [] : [{ key, behind: to[index - 1] ?? null }]))
}

/** The order with the places taken: what is not named stays as it is. */
export function withPlaces(from: readonly string[], places: readonly Place[]): string[] {
  const moving = new Set(places.map(({ key }) => key))
  const followers = new Map(places.map(({ key, behind }) => [behind, key]))
  const order: string[] = []
  const pushFollowers = (behind: string | null) => {
    let next = followers.get(behind)
    while (next !== undefined) {
      order.push(next)
      next = followers.get(next)
    }
  }
  pushFollowers(null)
  for (const key of from) {
    if (moving.has(key)) continue
    order.push(key)
    pushFollowers(key)
  }
  if (order.length !== from.length) throw new RangeError('並び順の変更が文書に合いません')
  return order
}

/** Where the members of the longest rising subsequence of distinct numbers stand (patience sorting). */
export function longestRising(numbers: readonly number[]): Set<number> {
  const tails: number[] = []
  const previous: number[] = []
  for (const [index, number] of numbers.entries()) {
    const length = lengthBelow(numbers, tails, number)
    previous.push(tails[length - 1] ?? -1)
    tails[length] = index
  }
  const members = new Set<number>()
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) members.add(index)
  return members
}

/** How long the longest rising run is that ends below a number; `tails` holds the position of each length's least end. */
function lengthBelow(numbers: readonly number[], tails: readonly number[], number: number): number {
  let [low, high] = [0, tails.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[tails[middle] ?? 0] ?? 0) < number) low = middle + 1
    else high = middle
  }
  return low
}
