import { measureId, planWith } from '#test/plan-fixture.ts'
import { smallPlan } from '#test/small-plan.ts'
import { ind, issue, long, mea, type RuleCase, situation, withItems } from './changed-plans.ts'

export const structureCases: readonly RuleCase[] = [
  [
    'ST001',
    withItems((items) => items.map((one) => (one.id === measureId ? { ...one, parentId: null } : one))),
    smallPlan(),
  ],
  [
    'ST001',
    withItems((items) =>
      items.map((one) => (one.id === 'po_0000000002' ? { ...one, parentId: 'po_0000000001' } : one)),
    ),
    planWith({
      policyDepth: 2,
      items: smallPlan().items.map((one) =>
        one.id === 'po_0000000002' ? { ...one, parentId: 'po_0000000001' } : one,
      ),
    }),
  ],
  ['ST002', withItems((items) => [...items, ...items.slice(0, 1)]), smallPlan(), {}, 2],
  [
    'ST002',
    withItems((items) => items.map((one) => (one.id === 'me_0000000002' ? { ...one, order: 1 } : one))),
    smallPlan(),
  ],
  ['ST003', ind({ kind: 'output' }), ind({ kind: 'perception' }), {}, 2],
  ['ST004', withItems((items) => items.filter(({ kind }) => kind !== 'program')), smallPlan(), {}, 2],
  ['ST005', withItems((items) => items.filter(({ id }) => id !== 'me_0000000002')), smallPlan(), {}, 2],
  [
    'ST006',
    withItems((items) => items.map((one) => (one.id === 'me_0000000002' ? { ...one, order: 3 } : one))),
    smallPlan(),
  ],
  ['ST007', mea({ lead: 'ou_9999999999' }), smallPlan()],
  ['ST007', situation('人口は{{dp_0000000009|int}}人です。'), smallPlan()],
  [
    'ST008',
    mea({
      issues: [{ id: issue, text: '短い。' }],
      directions: [],
      situation: [{ id: `${measureId}/situation/p1`, text: long }],
    }),
    mea({
      situation: [{ id: `${measureId}/situation/p1`, text: long }],
      issues: [{ id: issue, text: long }],
      directions: [{ id: `${measureId}/directions/p3`, heading: '', text: long, addresses: [issue] }],
    }),
    {},
    5,
  ],
  [
    'ST009',
    withItems((items) =>
      items.map((one) => (one.id === 'me_0000000002' ? { ...one, title: '子育て　環境の充実' } : one)),
    ),
    smallPlan(),
  ],
  ['ST010', mea({ priority: { flagged: true, reason: '' } }), smallPlan()],
  [
    'ST011',
    planWith({ period: { start: '2023-04-01', end: '2027-03-31', fiscalYears: [2023, 2027] } }),
    smallPlan(),
  ],
  [
    'ST011',
    planWith({
      concept: {
        ...smallPlan().concept,
        chapters: [{ heading: '期間', text: 'この計画の期間は、4年間です。' }],
      },
    }),
    planWith({
      concept: {
        ...smallPlan().concept,
        chapters: [{ heading: '期間', text: 'この計画の期間は、５年間です。保育料は3年間すえおきます。' }],
      },
    }),
  ],
  ['ST012', mea({ directions: [] }), smallPlan()],
  [
    'ST012',
    mea({
      issues: [],
      directions: [{ id: `${measureId}/directions/p3`, heading: '方向', text: '', addresses: [] }],
    }),
    smallPlan(),
  ],
  ['ST013', mea({ roles: { self: 'あり', mutual: '', public: 'あり' } }), smallPlan(), {}, 4],
  [
    'ST014',
    smallPlan(),
    mea({
      principles: Object.fromEntries(
        smallPlan().principleSet.map(({ key }) => [key, { applies: true, text: '' }]),
      ),
    }),
    {},
    8,
  ],
]
