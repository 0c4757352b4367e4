import { indicatorId, measureId, planWith } from '#test/plan-fixture.ts'
import { smallPlan } from '#test/small-plan.ts'
import type { FrameFacts, RequestFacts, SurveyFacts } from '../room-facts.ts'
import { baseline, firstIndicator, ind, type RuleCase, target } from './changed-plans.ts'

const frame: FrameFacts = {
  years: [2020, 2025, 2030],
  groups: [
    { name: 'all', persons: [50_000, 49_500, 49_000] },
    { name: 'children', persons: [7000, 6500, 6000] },
  ],
}
const ratio = (denominator: string, denominatorSource: string) =>
  ind({ unit: '％', formula: { numerator: '入った人', denominator, denominatorSource } })
const point = (value: number) => ({
  ...ratio('総人口', 'dp_0000000001'),
  dataPoints: [
    {
      id: 'dp_0000000001',
      label: '人口',
      value,
      unit: '人',
      asOf: '令和7年',
      source: { kind: 'x', ref: 'x' },
    },
  ],
})
const counted = (name: string, changes = {}) =>
  ind({ name, unit: '人', direction: 'increase', accumulation: 'point', ...changes })
const related = (populationBasis: string) =>
  planWith({
    relatedPlans: [
      {
        id: 'rp_0000000001',
        name: '人口ビジョン',
        tier: 'city',
        kind: '',
        legalBasis: '',
        ownerId: null,
        period: null,
        populationBasis,
      },
    ],
  })

const survey = (changes: Partial<SurveyFacts> = {}): { surveys: SurveyFacts[] } => ({
  surveys: [{ id: 'sv_0000000001', title: '市民意向調査', margin: 2.8, urgent: [], ...changes }],
})
const share = (before: number, after: number) =>
  ind({
    kind: 'perception',
    unit: '％',
    baseline: baseline(2022, before),
    target: target(2027, after),
    source: { kind: 'survey', ref: '市民意向調査 問5' },
  })
const urgent = (measure?: string) => survey({ urgent: [{ label: '公共交通', measureId: measure }] })
const linked = planWith({
  evidence: [
    {
      id: 'ev_0000000001',
      from: measureId,
      to: { kind: 'survey-cell', ref: 'surveys/sv_0000000001#q5', row: '公共交通' },
      stance: 'supports',
      level: 0,
      note: '',
    },
  ],
})

const asked = (itemId: string): { requests: RequestFacts[] } => ({
  requests: [{ unitId: 'ou_0000000001', itemId, title: '目標値の依頼', isAnswered: false }],
})
const said = (...counts: number[]) => ({ comments: counts.map((count) => ({ itemId: measureId, count })) })
const lastSeen = (day: string) => ({ today: '2024-07-01', usage: { ou_0000000001: day } })
const withSource = (ref: string, frequency = '') => ind({ source: { kind: 'statistic', ref }, frequency })

/** Rules that need what another room knows, and the one on the cycles of official statistics. */
export const roomCases: readonly RuleCase[] = [
  ['IN020', withSource('国勢調査'), withSource('国勢調査', '毎年')],
  ['IN020', withSource('市の調べ', '３年ごと'), withSource('市の調べ', '1年ごと')],
  // ±2.8 at 50 % with two surveys: 2.8 × √(4·0.6·0.4 + 4·0.63·0.37) = 3.85 points.
  ['IN021', share(60, 63), share(60, 64), survey()],
  ['IN022', ratio('総人口', '令和7年 49,000人'), ratio('総人口', '令和7年 49,005人'), { frame }],
  ['IN022', ratio('児童数', '5,900人（2028年）'), ratio('児童数', '6,200人（2028年）'), { frame }],
  ['IN022', point(48_000), point(49_400), { frame }],
  [
    'IN025',
    counted('こどもの利用者数', { baseline: baseline(2022, 100), target: target(2027, 120) }),
    counted('観光に来た子どもの数', { baseline: baseline(2022, 100), target: target(2027, 120) }),
    { frame },
  ],
  ['XP009', related('2030年 5.1万人'), related('令和12年に49,200人'), { frame }],
  [
    'ST007',
    smallPlan(),
    smallPlan(),
    { broken: [{ evidenceId: 'ev_0000000001', from: measureId, ref: 'surveys/sv_0000000009#q1' }] },
    1,
    { broken: [] },
  ],
  ['EV006', smallPlan(), linked, urgent()],
  ['OW006', smallPlan(), planWith({ items: [] }), asked(measureId)],
  ['EV006', smallPlan(), smallPlan(), urgent('me_9999999999'), 1, urgent(measureId)],
  ['OW007', smallPlan(), smallPlan(), said(1, 2), 1, said(0)],
  [
    'OW008',
    smallPlan(),
    planWith({ items: [], indicators: [{ ...firstIndicator, id: indicatorId, ownerId: null }] }),
    lastSeen('2024-04-01'),
  ],
  [
    'OW009',
    smallPlan(),
    smallPlan(),
    { promises: [{ itemId: measureId, ref: 'public-comment/rp_1', words: '意見12' }] },
    1,
    { promises: [] },
  ],
]
