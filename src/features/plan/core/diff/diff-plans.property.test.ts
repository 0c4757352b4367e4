import { expect, test } from 'vitest'
import { canonicalJson } from '#src/formats/canonical-json.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { smallPlan } from '#test/small-plan.ts'
import { applyChanges } from './apply-changes.ts'
import { randomOf, shuffle } from './cases/random.ts'
import { edited } from './cases/random-edits.ts'
import { changeKindLabels } from './change-groups.ts'
import { diffPlans } from './diff-plans.ts'
import { editsBetween } from './edits/edits-between.ts'
import { type ChangeKind, planChange } from './plan-change.ts'

const seeds = Array.from({ length: 400 }, (_, index) => index + 1)

/** Two plans of one ancestor: a few edits, or very many. */
function pairOf(seed: number): [PlanDocument, PlanDocument] {
  const random = randomOf(seed)
  const a = edited(smallPlan(), random, seed % 30)
  return [a, edited(a, random, 1 + (seed % 40))]
}

test('a plan does not differ from itself', () => {
  for (const seed of seeds.slice(0, 100)) {
    const [a] = pairOf(seed)
    expect(diffPlans(a, structuredClone(a))).toEqual([])
  }
})

test('the changes make the newer plan of the older one, whatever was edited', () => {
  for (const seed of seeds) {
    const [a, b] = pairOf(seed)
    expect(canonicalJson(applyChanges(a, diffPlans(a, b))), `seed ${seed}`).toBe(canonicalJson(b))
    expect(canonicalJson(applyChanges(b, diffPlans(b, a))), `seed ${seed}, back`).toBe(canonicalJson(a))
  }
})

test('two plans that have nothing to do with each other can be compared too', () => {
  for (const seed of seeds.slice(0, 40)) {
    const [a] = pairOf(seed)
    const b = edited(smallPlan(), randomOf(seed + 9000), 60)
    expect(canonicalJson(applyChanges(a, diffPlans(a, b)))).toBe(canonicalJson(b))
  }
})

test('changes can be written as JSON and read back', () => {
  for (const seed of seeds.slice(0, 150)) {
    const [a, b] = pairOf(seed)
    const changes = diffPlans(a, b)
    const read = planChange.array().parse(JSON.parse(JSON.stringify(changes)))
    expect(read).toEqual(changes)
    expect(canonicalJson(applyChanges(a, read))).toBe(canonicalJson(b))
  }
})

test('every change says something in plain Japanese, and two runs say the same', () => {
  for (const seed of seeds.slice(0, 100)) {
    const [a, b] = pairOf(seed)
    const changes = diffPlans(a, b)
    expect(diffPlans(structuredClone(a), structuredClone(b))).toEqual(changes)
    for (const { sentence } of changes) {
      expect(sentence).toMatch(/。$/)
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object|その他の項目/)
    }
  }
})

test('the random edits bring every kind of change', () => {
  const kinds = new Set(seeds.flatMap((seed) => diffPlans(...pairOf(seed)).map(({ kind }) => kind)))
  expect(Object.keys(changeKindLabels).filter((kind) => !kinds.has(kind as ChangeKind))).toEqual([])
})

test('a change that is left out is missed: no change is there for nothing', () => {
  for (const seed of seeds.slice(0, 60)) {
    const [a, b] = pairOf(seed)
    const edits = editsBetween(a, b)
    const carried = diffPlans(a, b).flatMap((change) => change.edits)
    expect(new Set(carried.map((edit) => canonicalJson(edit)))).toEqual(
      new Set(edits.map((edit) => canonicalJson(edit))),
    )
    expect(carried).toHaveLength(edits.length)
  }
})

test('the order in which lists are kept changes nothing but the record of that order', () => {
  const lists = [
    'items',
    'indicators',
    'projects',
    'dataPoints',
    'evidence',
    'units',
    'waivers',
    'ledger',
  ] as const
  for (const seed of seeds.slice(0, 100)) {
    const [a, b] = pairOf(seed)
    const hasDoubled = [a, b].some(({ items }) => new Set(items.map(({ id }) => id)).size < items.length)
    if (hasDoubled) continue
    const random = randomOf(seed)
    const mixed = [structuredClone(a), structuredClone(b)] as const
    for (const plan of mixed) for (const list of lists) shuffle(plan[list] as unknown[], random)
    const shown = (from: PlanDocument, to: PlanDocument) =>
      diffPlans(from, to)
        .filter(({ kind }) => kind !== 'stored-order-changed')
        .map(({ kind, subject, sentence }) => ({ kind, subject, sentence }))
    expect(shown(mixed[0], mixed[1]), `seed ${seed}`).toEqual(shown(a, b))
  }
})

test('changes of another plan are refused', () => {
  const [a, b] = pairOf(7)
  const changes = diffPlans(a, b)
  expect(() => applyChanges(b, changes)).toThrow(RangeError)
})
