import { changeSubject } from '../change-subject.ts'
import type { Edit } from '../edits/edit.ts'
import type { ChangeFacts } from '../plan-change.ts'
import type { PlanSides } from '../plan-sides.ts'

/** A declared succession of items, told once instead of as coming and going. */
type Succession = {
  kind: 'split' | 'merged' | 'replaced'
  /** The item it is told at: what was split, or what came of a merger. */
  key: string
  from: string[]
  into: string[]
}

/** The successions that the newer plan declares and the older did not, of items the older plan has. */
export function successionsOf({ before, after, itemsInOrder }: PlanSides): Succession[] {
  const found = new Map<string, Succession>()
  for (const key of itemsInOrder) {
    const succeeds = after.members.items.get(key)?.succeeds ?? []
    if (succeeds.length === 0) continue
    const known = new Set(before.members.items.get(key)?.succeeds.map(({ id }) => id))
    for (const { id, kind } of succeeds) {
      if (known.has(id) || id === key || !before.members.items.has(id)) continue
      const place = kind === 'split' ? id : key
      const name = `${kind} ${place}`
      const succession = found.get(name) ?? { kind, key: place, from: [], into: [] }
      found.set(name, succession)
      if (!succession.from.includes(id)) succession.from.push(id)
      if (!succession.into.includes(key)) succession.into.push(key)
      if (kind === 'split' && after.members.items.has(id) && !succession.into.includes(id))
        succession.into.unshift(id)
    }
  }
  return [...found.values()]
}

/** The change of a succession; it carries the coming and going of its items, each of which is told only once. */
export function successionFacts(
  { kind, key, from, into }: Succession,
  sides: PlanSides,
  takeWhole: (key: string) => Edit | undefined,
): ChangeFacts {
  const items = [...from, ...into].filter((one, index, all) => all.indexOf(one) === index)
  const edits = items.flatMap((one) => takeWhole(one) ?? [])
  return { kind, subject: changeSubject({ type: 'item', key, depth: 2 }, sides), from, into, edits }
}
