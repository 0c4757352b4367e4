import type { BodyContent } from '../store/commands-bodies.ts'

const usual = {
  quorum: 'half',
  decisionRule: 'majority',
  minutesStyle: 'names',
  isOpenByDefault: false,
} as const

/** The subcommittees, each with a word by which its policies are known. */
export const fields = [
  ['総務企画', '行財政'],
  ['市民経済', '産業'],
  ['保健福祉', '福祉'],
  ['都市建設', '都市'],
  ['教育', '教育'],
] as const

export const bodies: readonly BodyContent[] = [
  {
    ...usual,
    kind: 'council',
    name: '総合計画審議会',
    role: '市長の諮問に応じて審議し、答申します。',
    legalBasis: '総合計画審議会条例',
    minutesStyle: 'letters',
    isOpenByDefault: true,
    quorumArticle: '条例第6条第2項（架空）',
    decisionArticle: '条例第6条第3項（架空）',
    opennessArticle: '会議の公開の指針（架空）',
    term: '2年',
    termArticle: '条例第4条（架空）',
    seats: [
      { category: '公募の市民', count: 3 },
      { category: '学識経験者', count: 2 },
      { category: '団体の代表', count: 3 },
    ],
  },
  {
    ...usual,
    kind: 'committee',
    name: '総合計画策定委員会',
    role: '方針と案を調整し、決めます。',
    legalBasis: '総合計画策定委員会要綱',
    seats: [{ category: '副市長・教育長・部長', count: 8 }],
  },
  ...fields.map(
    ([field]): BodyContent => ({
      ...usual,
      kind: 'subcommittee',
      name: `${field}部会`,
      role: `${field}の分野を調べ、案をつくります。`,
      legalBasis: '総合計画策定委員会要綱',
      quorum: 'none',
      decisionRule: 'consensus',
      seats: [],
    }),
  ),
  {
    ...usual,
    kind: 'working-group',
    name: '補助員（ワーキング）',
    role: '資料を集め、文案をつくります。',
    legalBasis: '総合計画策定委員会要綱',
    quorum: 'none',
    decisionRule: 'consensus',
    seats: [],
  },
]

/** Invented people of the council; one seat is open. */
export const members = [
  ['架空 一郎', '見本大学 教授（架空）', '学識経験者', '会長'],
  ['架空 二葉', '見本商工会（架空）', '団体の代表', '副会長'],
  ['見本 三郎', '市民（架空）', '公募の市民', ''],
  ['見本 四季', '市民（架空）', '公募の市民', ''],
  ['例示 五月', '見本農業会議（架空）', '団体の代表', ''],
  ['例示 六実', '見本福祉会（架空）', '団体の代表', ''],
  ['例示 七海', '見本研究所（架空）', '学識経験者', ''],
] as const
