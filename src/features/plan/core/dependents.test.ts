import { expect, test } from 'vitest'
import { planDocument } from '#src/formats/plan-document.ts'
import { indicator } from '#src/formats/plan-indicator.ts'
import { dependentsOf } from './dependents.ts'

const child = indicator.parse({
  id: 'in_0000000001',
  itemId: 'me_0000000001',
  name: '待機児童数',
  kind: 'outcome',
  unit: '人',
  direction: 'decrease',
  accumulation: 'point',
  source: { kind: 'ledger', ref: '台帳' },
  baseline: { fiscalYear: 2022, value: 18 },
  target: null,
})
const item = (id: string, kind: string, parentId: string, rest = {}) => ({
  id,
  kind,
  parentId,
  order: 1,
  title: id,
  ...rest,
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
    item('po_0000000001', 'policy', 'vi_0000000001'),
    item('me_0000000001', 'measure', 'po_0000000001'),
    item('pr_0000000001', 'program', 'me_0000000001'),
    item('po_0000000002', 'policy', 'vi_0000000001', {
      summary: '待機児童は{{in_0000000001:baseline|int}}人です。',
    }),
  ],
  indicators: [child],
  evidence: [
    {
      id: 'ev_0000000001',
      from: 'me_0000000001/issues/p1',
      to: { kind: 'document', ref: '文書' },
      stance: 'supports',
    },
  ],
})

test('deleting a policy takes along all below it, and names who quotes its values', () => {
  expect(dependentsOf(plan, 'po_0000000001')).toEqual({
    below: ['me_0000000001', 'pr_0000000001'],
    indicators: ['待機児童数'],
    evidenceCount: 1,
    quotedBy: ['po_0000000002'],
  })
})

test('deleting an indicator names the texts that quote it', () => {
  expect(dependentsOf(plan, 'in_0000000001')).toMatchObject({ indicators: [], quotedBy: ['po_0000000002'] })
})
