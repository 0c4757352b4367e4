import type { PlanDocument } from '#src/formats/plan-document.ts'

/** Random numbers that are the same for the same seed (mulberry32). */
export type Random = {
  next: () => number
  below: (limit: number) => number
  pick: <One>(list: readonly One[]) => One
}

export function randomOf(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return { next, below, pick: (list) => list[below(list.length)] as (typeof list)[number] }
}

/** A change of a plan in place, as somebody at work might make it. */
export type RandomEdit = (plan: PlanDocument, random: Random) => void

export const words = [
  '子育て',
  '保育',
  '道路',
  '公園',
  '防災',
  '見守り',
  '相談',
  '安全',
  '協働',
  '水とみどり',
]
export const wordsOf = (random: Random) =>
  `${random.pick(words)}と${random.pick(words)}の${random.pick(words)}`
export const newId = (prefix: string, random: Random) =>
  `${prefix}_${String(random.below(1_000_000_000)).padStart(10, '9')}`

export const shuffle = <One>(list: One[], random: Random) => {
  for (let index = list.length - 1; index > 0; index -= 1) {
    const other = random.below(index + 1)
    const kept = list[index] as One
    list[index] = list[other] as One
    list[other] = kept
  }
}
