import type { PlanDocument } from '#src/formats/plan-document.ts'
import { changeWithWords } from './change-sentences.ts'
import { changeSubject } from './change-subject.ts'
import { type Edit, isOrderEdit } from './edits/edit.ts'
import { editsBetween } from './edits/edits-between.ts'
import { type Found, wholeEdit } from './facts/found.ts'
import { factsOf } from './facts/subject-facts.ts'
import { successionFacts, successionsOf } from './facts/succession-facts.ts'
import { inReadingOrder, partOf } from './found-order.ts'
import type { ChangeFacts, PlanChange } from './plan-change.ts'
import { type PlanSides, sidesOf } from './plan-sides.ts'
import { type Address, addressOf } from './subject-address.ts'

/**
 * 新旧対照: what differs between two versions of a plan, in the order of the plan.
 *
 * Ids decide what is the same thing, never titles. Nothing is left out: `applyChanges` makes the newer plan of the
 * older one and the changes.
 */
export function diffPlans(a: PlanDocument, b: PlanDocument): PlanChange[] {
  const edits = editsBetween(a, b)
  if (edits.length === 0) return []
  const sides = sidesOf(a, b)
  const facts = allFacts(inReadingOrder(bySubject(edits, sides), sides), sides)
  return facts.map((one) => changeWithWords(one, sides))
}

/** The edits by what they belong to. */
function bySubject(edits: readonly Edit[], sides: PlanSides): Found[] {
  const groups = new Map<string, { address: Address; edits: Edit[] }>()
  for (const edit of edits) {
    const address = addressOf(edit.path)
    const name = `${address.type} ${address.depth} ${address.key}`
    const group = groups.get(name)
    if (group) group.edits.push(edit)
    else groups.set(name, { address, edits: [edit] })
  }
  return [...groups.values()].map(({ address, edits }) => ({
    address,
    edits,
    sides,
    subject: changeSubject(address, sides),
  }))
}

/** Successions take the coming and going of their items with them; all else is told where it stands. */
function allFacts(founds: readonly Found[], sides: PlanSides): ChangeFacts[] {
  const wholes = new Map<string, Edit>()
  for (const found of founds) {
    const whole = found.address.type === 'item' ? wholeEdit(found) : undefined
    if (whole && !isOrderEdit(whole)) wholes.set(found.address.key, whole)
  }
  const taken = new Set<string>()
  const takeWhole = (key: string) => {
    const whole = taken.has(key) ? undefined : wholes.get(key)
    taken.add(key)
    return whole
  }
  const changed = new Set(founds.flatMap(({ address }) => (address.type === 'item' ? address.key : [])))
  const successions = new Map<string, ChangeFacts[]>()
  for (const succession of successionsOf(sides)) {
    const facts = successionFacts(succession, sides, takeWhole)
    // What was split may itself be unchanged: then the split is told at the first part that is new.
    const host = [succession.key, ...succession.into].find((key) => changed.has(key)) ?? ''
    successions.set(host, [...(successions.get(host) ?? []), facts])
  }
  return founds.flatMap((found) => {
    const { type, key } = found.address
    if (type !== 'item') return factsOf(found, partOf(found, wholes))
    const own = successions.get(key) ?? []
    const isTold = taken.has(key) && wholes.has(key)
    return isTold ? own : [...own, ...factsOf(found, partOf(found, wholes))]
  })
}
