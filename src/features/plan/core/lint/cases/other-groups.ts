import { planWith } from '#test/plan-fixture.ts'
import { smallPlan } from '#test/small-plan.ts'
import {
  actual,
  ended,
  goals,
  ind,
  manyIndicators,
  mea,
  type RuleCase,
  situation,
  today,
} from './changed-plans.ts'

export const otherCases: readonly RuleCase[] = [
  ['OW001', mea({ lead: null }), smallPlan()],
  ['OW001', ind({ ownerId: null }), smallPlan()],
  ['OW002', ended, smallPlan(), today('2023-04-01'), 3],
  ['OW003', manyIndicators(16), manyIndicators(15)],
  [
    'OW004',
    ind({ dataLagMonths: 3, frequency: '毎年' }),
    ind({ dataLagMonths: 3, frequency: '毎年', actuals: [actual(2023, 12)] }),
    today('2024-08-02'),
  ],
  [
    'DC001',
    situation('令和5年度（2022年度）に始めます。'),
    situation('令和５年度（２０２３年度）に始めます。'),
  ],
  ['DC001', situation('2023年（令和4年）のことです。'), situation('2023年（令和5年）のことです。')],
  ['DC001', situation('平成33年度までに整えます。'), situation('平成31年3月に整えました。')],
  ['DC001', situation('令和1年度に始めました。'), situation('令和元年度（2019年度）に始めました。')],
  [
    'DC002',
    situation('子供が増えています。'),
    situation('こどもが増えています。'),
    { glossary: [{ preferred: 'こども', variants: ['子供'] }] },
  ],
  [
    'DC003',
    situation('コンパクトシティを進めます。'),
    situation('コンパクトシティ（歩いて暮らせるまち）を進めます。'),
  ],
  ['DC009', situation(`${'長'.repeat(60)}。`), situation(`${'長'.repeat(59)}。`)],
  ['DC010', situation('１日に20人です。'), situation('1日に20人です。')],
  ['SD001', mea({ sdgs: goals(6) }), mea({ sdgs: goals(5) })],
  [
    'SD002',
    mea({ sdgs: [{ taxonomy: 'sdgs-2030', goal: 11, reason: '', primary: false }] }),
    mea({ sdgs: [{ taxonomy: 'sdgs-2030', goal: 11, reason: '公園', primary: false }] }),
  ],
  [
    'SD003',
    mea({ sdgs: [{ taxonomy: 'sdgs-2030', goal: 4, target: '4.11', reason: '', primary: false }] }),
    mea({ sdgs: [{ taxonomy: 'future-2050', goal: 40, target: '40.1', reason: '', primary: false }] }),
  ],
  [
    'SD004',
    mea({ sdgs: [{ taxonomy: 'sdgs-2030', goal: 14, target: '14.4', reason: '', primary: false }] }),
    smallPlan(),
  ],
  ['SD005', smallPlan(), planWith({ taxonomies: [] }), {}, 16],
]
