import type { Gate } from '#src/features/plan/core/lint/finding.ts'

/** Year of the process (1 or 2) and calendar month: [1, 8] is August of the first fiscal year, [1, 1] January at its end. */
export type TemplateMonth = readonly [1 | 2, number]

export type TemplateStep = {
  key: string
  title: string
  requirement?: string
  from: TemplateMonth
  to: TemplateMonth
  after?: readonly string[]
  /** Makes it a milestone: the last business day of its month. */
  isMilestone?: true
  gate?: Gate
  takePart?: string
  isInternal?: true
}

export type TemplatePhase = { year: 1 | 2; title: string; steps: readonly TemplateStep[] }

/**
 * The two years of the policy for making the plan (策定方針, 令和3年5月, 6 計画の策定過程) with its numbering. The policy
 * names no months: these are the usual order, to be changed.
 */
export const twoYearTemplate: readonly TemplatePhase[] = [
  {
    year: 1,
    title: '基礎的調査',
    steps: [
      { key: 'policy', title: '策定方針の決定', from: [1, 5], to: [1, 5], isMilestone: true },
      { key: 'overview', title: '市の概況の整理', requirement: '1年目(1)①', from: [1, 6], to: [1, 10] },
      { key: 'progress', title: '現行計画の進捗の整理', requirement: '1年目(1)②', from: [1, 6], to: [1, 11] },
      {
        key: 'survey',
        title: '市民意向調査',
        requirement: '1年目(1)③',
        from: [1, 8],
        to: [1, 12],
        after: ['policy'],
        takePart: '調査票が届いた人は、郵送かインターネットで答えられます。',
      },
      {
        key: 'outside',
        title: '市外に住む人の意向調査',
        requirement: '1年目(1)④',
        from: [1, 9],
        to: [1, 12],
        after: ['policy'],
        takePart: 'インターネットで答えられます。',
      },
      {
        key: 'issues',
        title: '政策課題の整理',
        requirement: '1年目(1)⑤',
        from: [1, 1],
        to: [1, 3],
        after: ['overview', 'progress', 'survey'],
      },
    ],
  },
  {
    year: 1,
    title: '市民・職員の参加',
    steps: [
      {
        key: 'workshop',
        title: 'ワークショップ',
        requirement: '1年目(2)①',
        from: [1, 9],
        to: [1, 12],
        takePart: '地区と年代ごとに開きます。会場で話し合いに加われます。',
      },
      { key: 'hearing', title: 'グループヒアリング', requirement: '1年目(2)②', from: [1, 10], to: [1, 1] },
      { key: 'interview', title: '市民インタビュー', requirement: '1年目(2)③', from: [1, 10], to: [1, 2] },
      {
        key: 'young-staff',
        title: '若手職員の参画',
        requirement: '1年目(3)①',
        from: [1, 7],
        to: [1, 3],
        isInternal: true,
      },
      {
        key: 'staff-interview',
        title: '若手職員のインタビュー',
        requirement: '1年目(3)②',
        from: [1, 11],
        to: [1, 12],
        isInternal: true,
      },
    ],
  },
  {
    year: 1,
    title: '計画フレーム',
    steps: [
      {
        key: 'frame',
        title: '計画フレームの検討（人口など）',
        requirement: '1年目(4)①',
        from: [1, 11],
        to: [1, 3],
        after: ['overview'],
      },
    ],
  },
  {
    year: 2,
    title: '基本構想と基本計画',
    steps: [
      {
        key: 'concept',
        title: '基本構想（土地利用構想など）の検討',
        requirement: '2年目(1)①',
        from: [2, 4],
        to: [2, 7],
        after: ['frame'],
      },
      {
        key: 'concept-draft',
        title: '基本構想の修正案の取りまとめ',
        requirement: '2年目(1)②',
        from: [2, 8],
        to: [2, 10],
        after: ['concept'],
      },
      {
        key: 'sheets',
        title: '調査票とヒアリング（各課）',
        requirement: '2年目(2)①',
        from: [2, 4],
        to: [2, 6],
        after: ['issues'],
        isInternal: true,
      },
      {
        key: 'fields',
        title: '分野別計画（骨子案・素案）の作成',
        requirement: '2年目(2)②',
        from: [2, 6],
        to: [2, 10],
        after: ['issues'],
      },
      { key: 'outline', title: '骨子案', from: [2, 8], to: [2, 8], isMilestone: true, gate: 'G1' },
      {
        key: 'targets',
        title: '施策・目標値の検討',
        requirement: '2年目(2)③',
        from: [2, 7],
        to: [2, 9],
        after: ['sheets'],
        isInternal: true,
      },
      {
        key: 'priorities',
        title: '重点施策の検討',
        requirement: '2年目(2)④',
        from: [2, 8],
        to: [2, 10],
        after: ['sheets'],
      },
      {
        key: 'draft',
        title: '素案',
        from: [2, 10],
        to: [2, 10],
        isMilestone: true,
        after: ['fields', 'targets', 'concept-draft'],
        gate: 'G2',
      },
    ],
  },
  {
    year: 2,
    title: '市民意見と計画書',
    steps: [
      {
        key: 'briefing',
        title: '市民説明会（3地区）',
        requirement: '2年目(3)①',
        from: [2, 11],
        to: [2, 11],
        after: ['draft'],
        takePart: 'どの会場にも申込みなしで来られます。その場で質問や意見を出せます。',
      },
      {
        key: 'comment-ready',
        title: '意見募集に出す案の確定',
        from: [2, 10],
        to: [2, 10],
        isMilestone: true,
        after: ['draft'],
        gate: 'G3',
      },
      {
        key: 'comment',
        title: 'パブリックコメント',
        requirement: '2年目(3)②',
        from: [2, 11],
        to: [2, 12],
        after: ['comment-ready'],
        takePart: '意見は、インターネット、郵送、FAX、窓口で出せます。',
      },
      {
        key: 'book',
        title: '計画書・概要版の作成',
        requirement: '2年目(3)③',
        from: [2, 1],
        to: [2, 3],
        after: ['comment'],
      },
      {
        key: 'decision',
        title: '計画の決定',
        from: [2, 3],
        to: [2, 3],
        isMilestone: true,
        after: ['comment'],
        gate: 'G4',
      },
    ],
  },
  {
    year: 2,
    title: '審議会への諮問と答申',
    steps: [
      { key: 'inquiry', title: '審議会への諮問', from: [2, 5], to: [2, 5], isMilestone: true },
      {
        key: 'council-draft',
        title: '素案の審議',
        from: [2, 10],
        to: [2, 10],
        isMilestone: true,
        after: ['inquiry'],
      },
      {
        key: 'report',
        title: '審議会の答申',
        from: [2, 2],
        to: [2, 2],
        isMilestone: true,
        after: ['council-draft', 'comment'],
      },
    ],
  },
]
