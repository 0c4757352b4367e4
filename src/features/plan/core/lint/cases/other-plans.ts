import { indicatorId } from '#test/plan-fixture.ts'
import { smallPlan } from '#test/small-plan.ts'
import type { RegistryIndicator, RegistryPlan } from '../room-facts.ts'
import { firstIndicator, ind, mea, type RuleCase } from './changed-plans.ts'

const relatedId = 'rp_0000000001'
const theirs: RegistryIndicator = {
  name: '保育所等の 待機児童数',
  unit: '人',
  definition: firstIndicator.definition,
  baseline: { fiscalYear: 2022, value: 18 },
  target: { fiscalYear: 2027, value: 0 },
  owner: 'こども課',
}
const plan = (changes: Partial<RegistryIndicator>, more: Partial<RegistryPlan> = {}) => ({
  registry: [
    {
      relatedId,
      title: '子ども・子育て支援事業計画',
      isStrategy: false,
      itemIds: new Set(['me_0000000009']),
      indicators: [{ ...theirs, ...changes }],
      ...more,
    },
  ],
})
const same = plan({})
const owned = ind({ ownerId: 'ou_0000000001' })
const shared = (value: number, fiscalYear = 2027) =>
  ind({ id: indicatorId, sharedWith: [{ planId: relatedId, target: { fiscalYear, value } }] })
const linked = (itemRef: string) =>
  mea({ relatedPlanLinks: [{ planId: relatedId, itemRef, relation: 'aligned', note: '' }] })

/** Rules that compare with the other plans of the city. */
export const otherPlanCases: readonly RuleCase[] = [
  ['XP001', smallPlan(), smallPlan(), plan({ target: { fiscalYear: 2027, value: 5 } }), 1, same],
  [
    'XP001',
    smallPlan(),
    smallPlan(),
    plan({ target: { fiscalYear: 2027, value: 5 } }),
    1,
    plan({ target: { fiscalYear: 2026, value: 5 } }),
  ],
  ['XP001', shared(5), shared(5, 2026)],
  [
    'XP002',
    smallPlan(),
    smallPlan(),
    plan({ baseline: { fiscalYear: 2022, value: 20 } }),
    1,
    plan({ baseline: { fiscalYear: 2021, value: 20 } }),
  ],
  ['XP003', smallPlan(), smallPlan(), plan({ unit: '％' }), 1, same],
  ['XP003', smallPlan(), smallPlan(), plan({ definition: '10月1日現在の数' }), 1, plan({ definition: '' })],
  ['XP004', smallPlan(), smallPlan(), plan({ name: '保育所等待機児童数' }), 1, plan({ name: '保育士の数' })],
  ['XP004', smallPlan(), shared(0), plan({ name: '保育所等待機児童数' })],
  ['XP007', linked('me_0000000001'), linked('me_0000000009'), same],
  ['XP007', linked('me_0000000001'), linked('第2章'), same],
  ['XP010', owned, owned, plan({ owner: '福祉課' }), 1, same],
  [
    'XP014',
    smallPlan(),
    smallPlan(),
    plan({ name: '移住者数' }, { isStrategy: true }),
    1,
    plan({}, { isStrategy: true }),
  ],
  [
    'XP014',
    smallPlan(),
    smallPlan(),
    plan({ name: '移住者数' }, { isStrategy: true }),
    1,
    plan({ name: '移住者数' }),
  ],
]
