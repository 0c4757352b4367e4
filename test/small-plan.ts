import { type PlanDocument, planDocument } from '#src/formats/plan-document.ts'

const measure = 'me_0000000001'

/** A small but complete plan of an invented town: two policies, two measures, a program, an indicator, evidence. */
export const smallPlan = (): PlanDocument =>
  planDocument.parse({
    schema: 'shirube-plan/1',
    planId: 'pl_0000000001',
    municipalityCode: '082350',
    municipalityName: 'みほん市',
    kind: 'comprehensive',
    title: '第2次みほん市総合計画 後期基本計画',
    isInvented: true,
    period: { start: '2023-04-01', end: '2028-03-31', fiscalYears: [2023, 2027] },
    version: { id: 've_0000000001', stage: 'preliminary-draft', number: 1, label: '素案 第1版' },
    concept: {
      vision: { id: 'vi_0000000001', title: 'みんなで描く みほんの未来', text: '' },
      principles: [
        { id: 'gp_0000000001', title: '市民が主役', text: '話し合いでつくるまちを大切にします。' },
      ],
    },
    units: [
      { id: 'ou_0000000001', name: 'こども課', kind: 'section', parentId: null, validFrom: '2010-04-01' },
      { id: 'ou_0000000002', name: '道路課', kind: 'section', parentId: null, validFrom: '2010-04-01' },
    ],
    items: [
      {
        id: 'po_0000000001',
        kind: 'policy',
        parentId: 'vi_0000000001',
        order: 1,
        title: 'こども・教育',
        desiredState: 'こどもの声がひびくまち',
      },
      { id: 'po_0000000002', kind: 'policy', parentId: 'vi_0000000001', order: 2, title: '都市・環境' },
      {
        id: measure,
        kind: 'measure',
        parentId: 'po_0000000001',
        order: 1,
        title: '子育て環境の充実',
        lead: 'ou_0000000001',
        support: ['ou_0000000002'],
        desiredState: 'だれもが安心して子どもを育てられる。',
        situation: [
          { id: `${measure}/situation/p1`, text: '待機児童は{{in_0000000001:baseline|int}}人です。' },
        ],
        issues: [{ id: `${measure}/issues/p2`, text: '年度の途中に保育所へ入りにくいことが課題です。' }],
        directions: [
          {
            id: `${measure}/directions/p3`,
            heading: '受入れの拡大',
            text: '保育士の確保を進めます。',
            addresses: [`${measure}/issues/p2`],
          },
        ],
        roles: { self: '家庭で話し合います。', mutual: '地域で見守ります。', public: '相談の場を整えます。' },
        sdgs: [{ taxonomy: 'sdgs-2030', goal: 4, target: '4.2', reason: '質の高い幼児教育', primary: true }],
        notes: '庁内だけのメモ',
      },
      {
        id: 'me_0000000002',
        kind: 'measure',
        parentId: 'po_0000000001',
        order: 2,
        title: '学校教育の充実',
        lead: 'ou_0000000001',
      },
      {
        id: 'pr_0000000001',
        kind: 'program',
        parentId: measure,
        order: 1,
        title: '保育の受入れ拡大',
        lead: 'ou_0000000001',
        text: [{ id: 'pr_0000000001/text/p1', text: '保育所の定員を増やします。' }],
      },
    ],
    indicators: [
      {
        id: 'in_0000000001',
        itemId: measure,
        name: '保育所等の待機児童数',
        kind: 'outcome',
        definition: '4月1日現在、国の基準で数えた待機児童の数',
        unit: '人',
        direction: 'decrease',
        accumulation: 'point',
        source: { kind: 'statistic', ref: '保育所等関連状況調査' },
        baseline: { fiscalYear: 2022, value: 18 },
        interim: [{ fiscalYear: 2025, value: 8 }],
        target: { fiscalYear: 2027, value: 0 },
        actuals: [
          { fiscalYear: 2020, value: 31 },
          { fiscalYear: 2021, value: 25 },
          { fiscalYear: 2022, value: 18 },
        ],
        rationale: { basis: 'trend', text: '過去3年の減少（年6.5人）を下回る速さで0に届く。' },
        ownerId: 'ou_0000000001',
        isHeadline: true,
      },
    ],
    evidence: [
      {
        id: 'ev_0000000001',
        from: `${measure}/issues/p2`,
        to: { kind: 'survey-cell', ref: '市民意向調査2021 問8（架空）', n: 1204 },
        stance: 'supports',
        level: 2,
      },
    ],
    taxonomies: [{ id: 'sdgs-2030', validTo: '2030-12-31' }],
  })
