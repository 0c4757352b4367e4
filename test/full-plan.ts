import { type PlanDocument, planDocument } from '#src/formats/plan-document.ts'
import { smallPlan } from './small-plan.ts'

const policyId = 'po_0000000001'
const measureId = 'me_0000000001'
const oldId = 'me_0000000099'
const unitId = 'ou_0000000001'
const otherUnit = 'ou_0000000002'

/** What every item can say, none of it as it is when nothing is said. */
const common = (title: string) => ({
  title,
  titleKana: 'よみ',
  summary: '概要の文。',
  easyText: 'やさしい文。',
  childText: 'こどもの文。',
  lead: unitId,
  support: [otherUnit],
  status: 'accepted',
  tags: ['防災'],
  succeeds: [{ id: oldId, kind: 'replaced' }],
  notes: '庁内のメモ',
})

const measure = {
  ...common('子育て環境の充実'),
  id: measureId,
  kind: 'measure',
  parentId: policyId,
  order: 1,
  desiredState: '安心して育てられる。',
  situation: [{ id: `${measureId}/situation/p1`, text: '現状の文。' }],
  issues: [{ id: `${measureId}/issues/p2`, text: '課題の文。' }],
  directions: [
    {
      id: `${measureId}/directions/p3`,
      heading: '受入れ',
      text: '進めます。',
      addresses: [`${measureId}/issues/p2`],
    },
  ],
  roles: { self: '家庭で。', public: '市が。' },
  sdgs: [{ taxonomy: 'sdgs-2030', goal: 4, target: '4.2', reason: '教育', primary: true }],
  society50: [{ tag: 'オンライン申請', text: '画面で終える。' }],
  principles: { efficiency: { applies: true, text: '減らす。' } },
  priority: { flagged: true, reason: '重要', decidedOn: '2022-08-25' },
  relatedPlanLinks: [{ planId: 'rp_0000000001', relation: 'aligned', note: '量を共有' }],
  alternatives: 'ほかの手段。',
  districts: ['伊奈'],
  reviewTriggers: [{ id: `${measureId}/triggers/p4`, kind: 'law', text: '法の改正' }],
}

const indicator = {
  id: 'in_0000000001',
  itemId: measureId,
  order: 1,
  name: '待機児童数',
  kind: 'output',
  definition: '4月1日の数',
  formula: { numerator: '待機', denominator: '申込', denominatorSource: '台帳' },
  unit: '人',
  mayExceed100: true,
  direction: 'decrease',
  accumulation: 'point',
  cumulativeFrom: 2020,
  source: { kind: 'statistic', ref: '状況調査' },
  frequency: '毎年',
  availableFrom: '9月',
  dataLagMonths: 5,
  baseline: { fiscalYear: 2021, value: 18, comment: '年度当初', missingReason: '' },
  interim: [{ fiscalYear: 2025, value: 8, comment: '' }],
  target: { fiscalYear: 2027, value: 0, comment: '年度末', kind: 'value' },
  actuals: [{ fiscalYear: 2020, value: 31, comment: '速報', provisional: true }],
  rationale: { basis: 'trend', text: '過去3年の速さ' },
  note: {
    whyThis: '直接',
    howMeasured: '調査',
    limits: '潜在',
    changeCriterion: { improve: { abs: 3 }, worsen: { rel: 0.1 } },
  },
  ownerId: unitId,
  contactUnitId: otherUnit,
  sharedWith: [{ planId: 'rp_0000000001', target: { fiscalYear: 2024, value: 5 } }],
  disaggregation: ['年齢'],
  isHeadline: true,
}

const budget = { fiscalYear: 2023, national: 50, prefectural: 20, bond: 5, other: 5, general: 20, total: 100 }
const project = {
  id: 'pj_0000000001',
  parentId: measureId,
  order: 2,
  title: '保育士確保事業',
  summary: '概要。',
  ownerId: unitId,
  legalBasis: '子ども・子育て支援法',
  category: 'ソフト',
  delivery: 'contracted',
  period: [2023, 2025],
  budget: [{ ...budget, certainty: 'budget' }],
  hours: [{ fiscalYear: 2023, hours: 120 }],
  activityIndicators: ['in_0000000001'],
  newOrContinued: 'new',
  priority: true,
}

/** A plan in which every field of the format says something: what a format keeps of it, it keeps. */
export function fullPlan(): PlanDocument {
  const small = smallPlan()
  return planDocument.parse({
    ...small,
    publish: 'full',
    kind: 'strategy',
    labels: { vision: '将来の姿', policy: '分野', measure: '取組方針', program: '主な取組', project: '事業' },
    roleSet: [
      { key: 'self', label: '市民', who: '' },
      { key: 'public', label: '行政', who: '市' },
    ],
    principleSet: [{ key: 'efficiency', label: '効率化', who: '' }],
    policyDepth: 2,
    preface: { author: '市長', paragraphs: ['はじめに'] },
    concept: {
      ...small.concept,
      chapters: [{ heading: '土地利用', text: '方針。' }],
      grandDesign: { id: 'gd_0000000001', text: '構想', zones: [], axes: [], hubs: [] },
    },
    items: [
      {
        ...common('こども・教育'),
        id: policyId,
        kind: 'policy',
        parentId: 'vi_0000000001',
        order: 1,
        desiredState: 'ひびく',
      },
      measure,
      {
        ...common('保育の受入れ'),
        id: 'pr_0000000001',
        kind: 'program',
        parentId: measureId,
        order: 1,
        text: [{ id: 'pr_0000000001/text/p1', text: '本文。' }],
      },
    ],
    indicators: [indicator],
    projects: [project],
    dataPoints: [
      {
        id: 'dp_0000000001',
        label: '人口',
        value: 7412,
        unit: '人',
        asOf: '2020',
        source: { kind: 'statistic', ref: '国勢調査' },
      },
    ],
    evidence: [
      {
        id: 'ev_0000000001',
        from: measureId,
        to: { kind: 'document', ref: '調査' },
        stance: 'supports',
        level: 2,
      },
    ],
    logicModels: [{ id: 'lm_0000000001', measureId, nodes: [], arrows: [] }],
    relatedPlans: [{ id: 'rp_0000000001', name: 'こども計画', tier: 'city' }],
    taxonomies: [{ id: 'sdgs-2030', validTo: '2030-12-31' }],
    termNotes: [{ term: '自助', kana: 'じじょ', text: '自分で。' }],
    decisions: [
      {
        id: 'de_0000000001',
        kind: 'mayor-review',
        date: '2022-08-25',
        title: '確認',
        ref: 'deliberation/mt_0000000001',
      },
    ],
    waivers: [
      {
        id: 'wa_0000000001',
        ruleId: 'IN005',
        fingerprint: 'f',
        subject: '',
        reason: '理由',
        grantedBy: unitId,
        grantedOn: '2022-01-01',
        expiresOn: '2022-12-31',
      },
    ],
    ledger: [
      {
        id: 'le_0000000001',
        kind: 'indicator-dropped',
        subjectId: 'in_0000000009',
        from: '5',
        to: '',
        date: '2022-01-01',
        reason: '理由',
        versionId: 've_0000000001',
      },
    ],
  })
}
