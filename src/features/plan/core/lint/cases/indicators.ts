import { smallPlan } from '#test/small-plan.ts'
import {
  actual,
  baseline,
  firstIndicator,
  ind,
  type RuleCase,
  target,
  today,
  twoIndicators,
  year,
} from './changed-plans.ts'

export const indicatorCases: readonly RuleCase[] = [
  [
    'IN001',
    ind({ baseline: baseline(2022, null) }),
    ind({ baseline: baseline(2022, null, '令和6年度に測る') }),
  ],
  ['IN002', ind({ target: null }), ind({ target: { ...target(2027, null), kind: 'monitor-only' } })],
  ['IN003', ind({ unit: '0' }), ind({ unit: '%' })],
  ['IN004', ind({ unit: '%' }), ind({ unit: '％' })],
  ['IN005', ind({ target: target(2027, 19) }), ind({ target: target(2027, 18) })],
  ['IN006', ind({ target: target(2027, 18) }), ind({ target: target(2027, 18), direction: 'maintain' })],
  ['IN007', ind({ baseline: baseline(2019, 18) }), ind({ baseline: baseline(2020, 18) })],
  ['IN008', ind({ target: target(2028, 0) }), ind({ target: target(2027, 0) })],
  ['IN008', ind({ interim: [year(2022, 8)] }), ind({ interim: [year(2023, 8)] })],
  [
    'IN009',
    ind({ unit: '％', actuals: [actual(2022, 104)] }),
    ind({ unit: '％', actuals: [actual(2022, 104)], mayExceed100: true }),
  ],
  [
    'IN009',
    ind({ unit: '％', formula: { numerator: '入所児童', denominator: '', denominatorSource: '' } }),
    ind({ unit: '％', formula: { numerator: '入所児童', denominator: '申込み', denominatorSource: '' } }),
  ],
  ['IN010', ind({ kind: 'output' }), ind({ kind: 'context' })],
  ['IN011', twoIndicators({ kind: 'output' }), twoIndicators({ kind: 'output', name: '相談の件数' })],
  ['IN012', ind({ unit: '千円', name: '保育料の補助額' }), ind({ unit: '千円', name: '一人当たり市民所得' })],
  ['IN013', ind({ name: '講座の開催回数' }), ind({ name: '講座の開催回数', kind: 'output' })],
  [
    'IN014',
    ind({ actuals: [2019, 2020, 2021, 2022].map((at) => actual(at, 18)) }),
    ind({ actuals: [2020, 2021, 2022].map((at) => actual(at, 18)) }),
  ],
  ['IN015', ind({ actuals: [] }), ind({}), today('2025-04-01')],
  ['IN015', ind({ actuals: [] }), ind({ actuals: [], dataLagMonths: 6 }), today('2025-04-01')],
  ['IN016', ind({ accumulation: null }), smallPlan()],
  [
    'IN016',
    ind({ accumulation: 'cumulative', direction: 'increase' }),
    ind({ accumulation: 'cumulative', actuals: [actual(2021, 1), actual(2022, 1)] }),
  ],
  ['IN017', ind({ actuals: [actual(2022, 0)] }), ind({ actuals: [actual(2022, 1)] })],
  ['IN018', ind({ target: target(2023, 0) }), ind({ target: target(2024, 0) })],
  ['IN019', ind({ source: { kind: 'statistic', ref: ' ' } }), smallPlan()],
  [
    'IN019',
    ind({ source: { kind: 'survey', ref: '市民意向調査' } }),
    ind({ source: { kind: 'survey', ref: '市民意向調査 問８' } }),
  ],
  [
    'IN023',
    ind({ actuals: [actual(2020, 30), actual(2021, 25), actual(2022, 18)] }),
    smallPlan(),
    { previous: smallPlan() },
  ],
  ['IN024', ind({ interim: [year(2025, 19)] }), ind({ interim: [year(2025, 18)] })],
  [
    'IN024',
    ind({ interim: [year(2026, 5), year(2025, 8)] }),
    ind({ interim: [year(2025, 8), year(2026, 5)] }),
  ],
  ['IN026', ind({ direction: null }), smallPlan()],
  ['IN027', ind({ rationale: { basis: null, text: '県と同じ。' } }), smallPlan()],
  [
    'IN028',
    smallPlan(),
    ind({
      note: {
        ...firstIndicator.note,
        changeCriterion: { improve: { abs: 3 }, worsen: { abs: 3 } },
      },
    }),
  ],
  ['IN029', ind({ dataLagMonths: 13 }), ind({ dataLagMonths: 12 })],
]
