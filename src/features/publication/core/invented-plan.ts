import { type PlanDocument, planDocument } from '#src/formats/plan-document.ts'

/** How large a plan for tests and benchmarks is. */
export type PlanSize = { fields: number; measures: number; indicators?: number; paragraphs?: number }

/** An invented plan (見本) of any size with every part filled, always the same for the same size. */
export function inventedPlan(size: PlanSize): PlanDocument {
  const fields = upTo(size.fields)
  const measures = fields.flatMap((field) => upTo(size.measures).map((measure) => ({ field, measure })))
  return planDocument.parse({
    ...frame,
    items: [
      ...fields.map(policyOf),
      ...measures.flatMap(({ field, measure }) => [
        measureOf(field, measure, size),
        ...upTo(3).map((program) => programOf(field, measure, program)),
      ]),
    ],
    indicators: measures.flatMap(({ field, measure }) =>
      upTo(size.indicators ?? 2).map((indicator) => indicatorOf(field, measure, indicator)),
    ),
    evidence: measures.map(({ field, measure }) => ({
      id: idOf('ev', field, measure),
      from: `${measureId(field, measure)}/issues/p1`,
      to: { kind: 'survey-cell', ref: '市民意向調査 問8', n: 1412 },
      stance: 'supports',
      level: 2,
    })),
  })
}

const upTo = (count: number) => Array.from({ length: count }, (_, position) => position + 1)
const idOf = (prefix: string, ...places: number[]) =>
  `${prefix}_${places
    .map((place) => String(place).padStart(2, '0'))
    .join('')
    .padStart(10, '0')}`
const policyId = (field: number) => idOf('po', field)
const measureId = (field: number, measure: number) => idOf('me', field, measure)
const unitId = 'ou_0000000001'
const visionId = 'vi_0000000001'

const frame = {
  schema: 'shirube-plan/1',
  planId: 'pl_0000000001',
  municipalityCode: '999997',
  municipalityName: 'みほん市',
  kind: 'comprehensive',
  title: '第2次みほん市総合計画 後期基本計画',
  isInvented: true,
  period: { start: '2027-04-01', end: '2032-03-31', fiscalYears: [2027, 2031] },
  version: { id: 've_0000000001', stage: 'adopted', number: 1, label: '成案 第1版', frozenOn: '2027-03-25' },
  preface: {
    author: 'みほん市長　見本 花子',
    paragraphs: [
      'みほん市は、川の流れと平地林に抱かれたまちです。',
      '計画は、つくって終わりではありません。',
    ],
  },
  concept: {
    vision: {
      id: visionId,
      title: '水とみどりに ひとが集い 明日をひらくまち',
      text: '川と平地林に育まれた暮らしを大切にします。',
    },
    principles: [
      { id: 'gp_0000000001', title: '対話から始める', text: '立場や世代を越えて話し合います。' },
      { id: 'gp_0000000002', title: '次の世代に手渡す', text: '自然と財政を守ります。' },
    ],
    chapters: [{ heading: '計画の進め方', text: '毎年、指標の実績を公表し、市民と確かめながら進めます。' }],
  },
  units: [{ id: unitId, name: '企画政策課', kind: 'section', parentId: null, validFrom: '2020-04-01' }],
  termNotes: [
    { term: '協働', kana: 'きょうどう', text: '市民と市が、対等な立場で力を合わせること。' },
    { term: 'EBPM', kana: '', text: '根拠に基づく政策立案。' },
  ],
}

const policyOf = (field: number) => ({
  id: policyId(field),
  kind: 'policy',
  parentId: visionId,
  order: field,
  title: `第${field}のまちづくり`,
  desiredState: 'こどもの声がひびくまち',
  summary: '生まれてからおとなになるまで、こどもと家庭に寄り添う支えが途切れないまちをつくります。',
})

function measureOf(field: number, measure: number, { paragraphs = 2 }: PlanSize) {
  const id = measureId(field, measure)
  return {
    id,
    kind: 'measure',
    parentId: policyId(field),
    order: measure,
    title: `施策${field}の${measure}の充実`,
    titleKana: `しさく${field}の${measure}のじゅうじつ`,
    lead: unitId,
    support: [unitId],
    desiredState: 'だれもが安心してこどもを産み、育てることができ、のびのびと過ごせる場所が身近にある。',
    situation: upTo(paragraphs).map((paragraph) => ({
      id: `${id}/situation/p${paragraph}`,
      text: '駅周辺への転入が続き、保育を必要とする家庭も増えています。年度の途中に入所を希望する家庭の待機が残っています。',
    })),
    issues: upTo(paragraphs).map((paragraph) => ({
      id: `${id}/issues/p${paragraph}`,
      text: '年度の途中でも、必要なときに保育所等を利用できるようにすることが必要です。',
    })),
    directions: upTo(paragraphs).map((paragraph) => ({
      id: `${id}/directions/p${paragraph}`,
      heading: '保育の受入れの拡大',
      text: '保育士の確保と定着を進め、年度途中の入所に備えた定員の余裕をつくります。協働を進めます。',
      addresses: [`${id}/issues/p${paragraph}`],
    })),
    roles: { self: '家庭で取り組みます。', mutual: '地域で支えます。', public: '保育と相談の場を整えます。' },
    sdgs: [3, 4, 5, 10].map((goal) => ({ taxonomy: 'sdgs-2030', goal })),
    priority: { flagged: measure === 1, reason: '' },
  }
}

const programOf = (field: number, measure: number, program: number) => ({
  id: idOf('pr', field, measure, program),
  kind: 'program',
  parentId: measureId(field, measure),
  order: program,
  title: `取組${field}の${measure}の${program}`,
  titleKana: `とりくみ${field}の${measure}の${program}`,
  lead: unitId,
  text: [],
})

const indicatorOf = (field: number, measure: number, indicator: number) => ({
  id: idOf('in', field, measure, indicator),
  itemId: measureId(field, measure),
  order: indicator,
  name: `満足している市民の割合${field}-${measure}-${indicator}`,
  kind: 'outcome',
  definition: '市民意向調査で「満足」と答えた人の割合',
  unit: '％',
  direction: 'increase',
  accumulation: 'point',
  source: { kind: 'survey', ref: '市民意向調査' },
  frequency: '毎年',
  availableFrom: '翌年度7月',
  baseline: { fiscalYear: 2025, value: 40 + field },
  interim: [{ fiscalYear: 2029, value: 45.5 + field }],
  target: { fiscalYear: 2031, value: 50 + field, kind: 'value' },
  actuals: upTo(5).map((year) => ({ fiscalYear: 2020 + year, value: 35 + field + year })),
  rationale: { basis: 'trend', text: 'これまでの伸びを続けます。' },
  isHeadline: indicator === 1 && measure === 1,
})
