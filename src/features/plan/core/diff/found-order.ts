import type { Edit } from './edits/edit.ts'
import { isOrderEdit } from './edits/edit.ts'
import { type Found, wholeEdit } from './facts/found.ts'
import { subjectTypes } from './plan-change.ts'
import { type HeldList, positionIn } from './plan-side.ts'
import type { PlanSides } from './plan-sides.ts'

/** Basic concept, the tree with its indicators and projects, figures, evidence, the rest, the plan itself. */
export function inReadingOrder(founds: readonly Found[], sides: PlanSides): Found[] {
  const rankOfItem = new Map(sides.itemsInOrder.map((key, index) => [key, index + 1]))
  return founds
    .map((found, index) => ({ found, ranks: ranksOf(found, sides, rankOfItem), index }))
    .sort((a, b) => compareRanks(a.ranks, b.ranks) || tie(a, b))
    .map(({ found }) => found)
}

type Ranked = { found: Found; ranks: number[]; index: number }

/** Principles and chapters keep the order of their lists; everything else is settled by its id. */
function tie(a: Ranked, b: Ranked): number {
  const { type, key } = a.found.address
  const byList = type === 'guiding-principle' || type === 'chapter'
  return byList ? a.index - b.index : key < b.found.address.key ? -1 : 1
}

const heldLists: Readonly<Record<string, HeldList>> = {
  item: 'items',
  indicator: 'indicators',
  project: 'projects',
}
const listOrder: readonly HeldList[] = ['items', 'indicators', 'projects']
const last = Number.MAX_SAFE_INTEGER

/** Section; then of the tree: item, kind, order. */
function ranksOf({ address }: Found, sides: PlanSides, rankOfItem: ReadonlyMap<string, number>): number[] {
  const { type, key } = address
  if (type === 'plan') return [last]
  const rankOf = (id: string) => rankOfItem.get(id) ?? (id === sides.after.plan.concept.vision.id ? 0 : last)
  const list = heldLists[type]
  if (list === 'items') return [subjectTypes.indexOf('item'), rankOf(key), 0, 0]
  if (list) {
    const place = positionIn(sides.after, list, key) ?? positionIn(sides.before, list, key)
    const holder = rankOf(place?.parentId ?? '')
    return [subjectTypes.indexOf('item'), holder, listOrder.indexOf(list), place?.order ?? 0]
  }
  return [subjectTypes.indexOf(type), type === 'evidence' ? evidenceRank(key, sides, rankOf) : 0]
}

/** Evidence stands where the item stands that it speaks for. */
function evidenceRank(key: string, { before, after }: PlanSides, rankOf: (id: string) => number): number {
  const side = after.members.evidence.has(key) ? after : before
  const id = side.members.evidence.get(key)?.from.split('/')[0] ?? ''
  return rankOf(side.members.indicators.get(id)?.itemId ?? id)
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, rank] of a.entries()) {
    const difference = rank - (b[index] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}

/** What a subject that came or went stands below, if that came or went with it. */
export function partOf(
  { address, edits, ...found }: Found,
  items: ReadonlyMap<string, Edit>,
): string | undefined {
  const list = heldLists[address.type]
  const whole = wholeEdit({ address, edits, ...found })
  if (!list || !whole || isOrderEdit(whole)) return undefined
  const isAdded = 'after' in whole
  const place = positionIn(isAdded ? found.sides.after : found.sides.before, list, address.key)
  const holder = items.get(place?.parentId ?? '')
  const cameOrWentToo = holder && !isOrderEdit(holder) && 'after' in holder === isAdded
  return cameOrWentToo ? (place?.parentId ?? undefined) : undefined
}
