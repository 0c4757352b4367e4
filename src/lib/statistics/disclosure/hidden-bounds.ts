import { type Bounds, variableBounds } from '../matrix/linear-program.ts'
import type { PublishedCounts, PublishedSum } from './published-counts.ts'

/**
 * What anybody can find out about hidden counts from all published sums: the least and the greatest whole
 * number.
 *
 * Solves the linear system of the sums. A reader knows that a hidden count is at least `floor(key)`: 1
 * where zeros are shown as zeros, so that 「X」 is never one. In tables of two variables the bounds are
 * exact; in linked systems they may be a little wider than what whole numbers allow.
 */
export function hiddenBounds(
  { counts, sums }: PublishedCounts,
  hidden: ReadonlySet<string>,
  floor: (key: string) => number,
): Map<string, Bounds> {
  const bounds = new Map<string, Bounds>()
  for (const group of connectedGroups(sums, hidden)) {
    const keys = [...group.keys]
    const place = new Map(keys.map((key, at) => [key, at]))
    const floors = keys.map(floor)
    const coefficients: number[][] = []
    const right: number[] = []
    for (const { total, parts } of group.sums) {
      const line = new Array<number>(keys.length).fill(0)
      let known = 0
      for (const [key, sign] of [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
        const at = place.get(key)
        if (at === undefined) known -= sign * (counts.get(key) ?? 0)
        else {
          line[at] = (line[at] as number) + sign
          known -= sign * (floors[at] as number)
        }
      }
      coefficients.push(line)
      right.push(known)
    }
    for (const [at, { low, high }] of variableBounds({ coefficients, right }, keys.length).entries()) {
      const least = floors[at] as number
      bounds.set(keys[at] as string, {
        low: Math.ceil(low + least - 1e-6),
        high: Math.floor(high + least + 1e-6),
      })
    }
  }
  return bounds
}

type Group = { keys: Set<string>; sums: PublishedSum[] }

/** Hidden counts that share sums, directly or by way of others: each group is solved by itself. */
function connectedGroups(sums: readonly PublishedSum[], hidden: ReadonlySet<string>): Group[] {
  let groups: Group[] = [...hidden].map((key) => ({ keys: new Set([key]), sums: [] }))
  for (const sum of sums) {
    const touched = [sum.total, ...sum.parts].filter((key) => hidden.has(key))
    if (touched.length === 0) continue
    const joined = groups.filter(({ keys }) => touched.some((key) => keys.has(key)))
    const merged: Group = {
      keys: new Set(joined.flatMap(({ keys }) => [...keys])),
      sums: [...joined.flatMap((group) => group.sums), sum],
    }
    groups = [...groups.filter((group) => !joined.includes(group)), merged]
  }
  return groups
}
