import { expect, test } from 'vitest'
import { planDocument } from '#src/formats/plan-document.ts'
import { numbersOf } from './numbering.ts'
import { treeOf } from './plan-tree.ts'

const item = (id: string, kind: string, parentId: string | null, order: number) => ({
  id,
  kind,
  parentId,
  order,
  title: id,
})
const plan = planDocument.parse({
  schema: 'shirube-plan/1',
  planId: 'pl_0000000001',
  municipalityCode: '082350',
  kind: 'comprehensive',
  title: '計画',
  period: { start: '2023-04-01', end: '2028-03-31', fiscalYears: [2023, 2027] },
  version: { id: 've_0000000001', stage: 'draft', number: 1, label: '案' },
  concept: { vision: { id: 'vi_0000000001', title: '将来像' } },
  items: [
    item('me_0000000002', 'measure', 'po_0000000001', 2),
    item('po_0000000002', 'policy', 'vi_0000000001', 2),
    item('po_0000000001', 'policy', 'vi_0000000001', 1),
    item('me_0000000001', 'measure', 'po_0000000001', 1),
    item('pr_0000000001', 'program', 'me_0000000002', 1),
    item('me_0000000009', 'measure', 'po_9999999999', 1),
  ],
})

test('numbers follow the order of siblings, not of the list', () => {
  expect(Object.fromEntries(numbersOf(plan))).toEqual({
    po_0000000001: '1',
    me_0000000001: '1-1',
    me_0000000002: '1-2',
    pr_0000000001: '1-2-1',
    po_0000000002: '2',
  })
})

test('an item whose parent is missing has no place and no number', () => {
  expect(numbersOf(plan).has('me_0000000009')).toBe(false)
})

test('a circle of parents does not hang', () => {
  const items = plan.items.map((one) =>
    one.id === 'po_0000000001' ? { ...one, parentId: 'pr_0000000001' } : one,
  )
  expect(treeOf({ ...plan, items }).map(({ item: { id } }) => id)).toEqual(['po_0000000002'])
})
