import type { PlanDocument } from '#src/formats/plan-document.ts'
import { type Project, project as projectSchema } from '#src/formats/plan-parts.ts'
import { measureId, planWith, planWithMeasure } from '#test/plan-fixture.ts'
import { smallPlan } from '#test/small-plan.ts'
import { mea, type RuleCase, situation, today } from './changed-plans.ts'

const [link] = smallPlan().evidence as [PlanDocument['evidence'][number]]
const evidence = (changes: Partial<typeof link>) => planWith({ evidence: [{ ...link, ...changes }] })
const cited = (to: Partial<(typeof link)['to']>) => evidence({ to: { ...link.to, ...to } })
const paragraph = `${measureId}/situation/p1`
const bySheet = { kind: 'document' as const, ref: '依頼（こども課） [request-sheets/rs_0000000001]' }
const supported = (text: string): PlanDocument => ({
  ...situation(text),
  evidence: [link, { ...link, id: 'ev_0000000002', from: paragraph }],
})

const point = {
  id: 'dp_0000000001',
  label: '人口',
  value: 7412,
  unit: '人',
  asOf: '2020',
  source: { kind: 'statistic', ref: '国勢調査' },
}
const withPoint = (text: string): PlanDocument => ({ ...situation(text), dataPoints: [point] })

const money = {
  national: 0,
  prefectural: 0,
  bond: 0,
  other: 0,
  general: 100,
  total: 100,
  certainty: 'budget' as const,
}
const project = (changes: Partial<Project>): Project =>
  projectSchema.parse({
    id: 'pj_0000000001',
    parentId: measureId,
    title: '保育士確保事業',
    legalBasis: '児童福祉法',
    budget: [{ fiscalYear: 2023, ...money }],
    ...changes,
  })
const paid = (changes: Partial<Project>) => planWith({ projects: [project(changes)] })
const yearly = (...totals: number[]) => ({
  ...planWithMeasure({ priority: { flagged: true, reason: '' } }),
  projects: [
    project({
      budget: totals.map((total, at) => ({ ...money, fiscalYear: 2023 + at, general: total, total })),
    }),
  ],
})
const hours = (...list: number[]) =>
  paid({ hours: list.map((one, at) => ({ fiscalYear: 2019 + at, hours: one })) })

const related = (changes: Partial<PlanDocument['relatedPlans'][number]>, isLinked = true): PlanDocument => ({
  ...mea({ relatedPlanLinks: isLinked ? [{ planId: 'rp_0000000001', relation: 'aligned', note: '' }] : [] }),
  relatedPlans: [
    {
      id: 'rp_0000000001',
      name: 'こども計画',
      tier: 'city',
      kind: '',
      legalBasis: '',
      ownerId: null,
      period: { start: '2023-04-01', end: '2028-03-31' },
      ...changes,
    },
  ],
})
const period = (start: string, end: string) => ({ period: { start, end } })

const logic = (arrows: { from: string; to: string; because: string }[]): PlanDocument =>
  planWith({
    logicModels: [
      {
        id: 'lm_0000000001',
        measureId,
        nodes: [
          { key: 'a', kind: 'activity', text: '講座を開く' },
          { key: 'o', kind: 'outcome-short', text: '知る人が増える' },
        ],
        arrows: arrows.map((arrow) => ({ ...arrow, evidenceIds: [] })),
      },
    ],
  })

const reported: PlanDocument = {
  ...smallPlan(),
  version: { ...smallPlan().version, stage: 'draft', label: '案 第1版', frozenOn: '2023-01-10' },
}
const decided = (plan: PlanDocument): PlanDocument => ({
  ...plan,
  decisions: [{ id: 'de_0000000001', kind: 'mayor-review', date: '2023-02-01', title: '修正', text: '' }],
})
const rewritten = mea({ desiredState: '別の姿。' })

export const evidenceCases: readonly RuleCase[] = [
  ['EV001', planWith({ evidence: [] }), smallPlan()],
  ['EV001', evidence({ supersededBy: 'ev_0000000009' }), evidence({ from: measureId })],
  ['EV001', cited(bySheet), cited({ kind: 'document', ref: '国の報告書' })],
  ['EV002', situation('1,200人が使いました。'), supported('1,200人が使いました。')],
  [
    'EV002',
    situation('約3割の人が答えました。'),
    situation('三割ほどの人が、{{in_0000000001:baseline|int}}人と答えました。'),
  ],
  [
    'EV002',
    situation('利用は850にのぼります。'),
    situation('令和5年4月1日、第2次計画の3-2、65歳以上、児童福祉法第24条です。'),
  ],
  ['EV003', withPoint('人口は7,500人です。'), withPoint('人口は7,412人です。')],
  ['EV003', withPoint('人口は約8,000人です。'), withPoint('人口は約7,400人です。')],
  ['EV003', withPoint('人口は0.9万人です。'), withPoint('人口は増え、世帯は9,000世帯です。')],
  ['EV004', cited({ asOf: '平成29年' }), cited({ asOf: '平成30年' })],
  ['EV004', evidence({ supersededBy: 'ev_0000000009' }), smallPlan()],
  [
    'EV005',
    logic([{ from: 'a', to: 'o', because: '' }]),
    logic([{ from: 'a', to: 'o', because: '学ぶから' }]),
  ],
  ['EV005', logic([]), logic([{ from: 'a', to: 'o', because: '学ぶから' }])],
  ['EV008', evidence({ level: 0 }), evidence({ level: 1 })],
  ['EV008', evidence({ level: 0 }), evidence({ level: 0, to: { ...link.to, ...bySheet } })],
  ['EV010', cited({ n: 29 }), cited({ n: 30 })],
  ['OW005', rewritten, decided(rewritten), { previous: reported }],
]

export const moneyCases: readonly RuleCase[] = [
  ['FN001', paid({ budget: [{ fiscalYear: 2023, ...money, total: 300 }] }), paid({})],
  ['FN002', paid({ budget: [] }), paid({ budget: [{ fiscalYear: 2023, ...money, general: 0, total: 0 }] })],
  ['FN004', yearly(300, 200, 100), yearly(300, 200, 200)],
  ['FN005', hours(280, 280, 280, 280), hours(280, 280, 280)],
  ['FN005', hours(280, 280, 280, 280), hours(0, 0, 0, 0)],
  ['FN006', paid({ legalBasis: '－' }), paid({ legalBasis: '', category: '任意事業' })],
  ['XP006', related(period('2020-04-01', '2025-03-31')), related(period('2023-04-01', '2028-03-31'))],
  ['XP006', related(period('2027-10-01', '2032-03-31')), related(period('2027-04-01', '2032-03-31'))],
  [
    'XP008',
    related(period('2020-04-01', '2022-09-30')),
    related(period('2020-04-01', '2022-10-01')),
    today('2022-10-01'),
  ],
  ['XP012', related({}, false), related({ tier: 'nation' }, false)],
]
