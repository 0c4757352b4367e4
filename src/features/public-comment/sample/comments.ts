import type { CommentWords, DeskComment } from '../core/comment-form.ts'

type SampleReply = {
  /** The opinions answered: those with one of these words. */
  holds: readonly string[]
  classKey: string
  text: string
  reason: string
  /** 直したところ: how the label of the place ends, with what stood and what stands there. */
  changes: readonly { place: string; before: string; after: string }[]
}
export type SampleComment = Pick<CommentWords, 'text' | 'district' | 'ageBand'> & {
  method: DeskComment['method'] | 'online'
  /** How the label of the place it is about ends: a measure, or one of its paragraphs; empty for the whole plan. */
  about: string
  /** How long before the day of the sample it came. */
  daysAgo: number
  replies?: readonly SampleReply[]
}

const nothing = { reason: '', changes: [] }

/** What invented residents wrote on the outline, and what was answered (見本・架空). */
export const pastComments: readonly SampleComment[] = [
  {
    method: 'post',
    district: 'みらい平',
    ageBand: '30代',
    daysAgo: 150,
    about: '放課後の居場所づくり',
    text: '学童の定員を増やしてください。待機の人数を指標にしてほしい。公園の木陰を増やす取組を施策に入れてほしい。',
    replies: [
      {
        ...nothing,
        holds: ['学童の定員'],
        classKey: 'partly',
        text: '放課後の居場所を5つの小学校区に広げます。定員は、指導員の確保とあわせて段階的に増やし、待機児童数の目標を0人に改めました。',
        reason: '指導員が足りないため、すべての校区で同時に増やすことはできません。',
        changes: [
          {
            place: '放課後の居場所づくり 第4段落',
            before: '小学校の余裕教室を使い、受入れを増やします。',
            after:
              '小学校の余裕教室と民間の施設を使い、みらい平地区の受入れを令和6年度までに大きく増やします。支援員は、研修と待遇を改めて確保します。',
          },
          {
            place: '指標「放課後児童クラブの待機児童数」',
            before: '令和9年度の目標は5人',
            after: '令和9年度の目標は0人',
          },
        ],
      },
      {
        ...nothing,
        holds: ['公園の木陰'],
        classKey: 'covered',
        text: '「公園と緑」に、木を植えて日陰をつくることを書いています。',
      },
    ],
  },
  {
    method: 'counter',
    district: '谷和原',
    ageBand: '70代以上',
    daysAgo: 148,
    about: '',
    text: '三つの地区の予算の配分が分かるページを計画に入れるべき。',
    replies: [
      {
        ...nothing,
        holds: ['予算の配分'],
        classKey: 'declined',
        text: '予算の配分は、毎年度の予算の公表でお示しします。',
        reason: '計画の期間中に予算は変わるため、計画には載せません。',
      },
    ],
  },
  {
    method: 'fax',
    district: '伊奈',
    ageBand: '60代',
    daysAgo: 141,
    about: '公共交通 課題3',
    text: 'デマンド交通の目標値が「利用者数」だけで、待ち時間の目標がない。',
    replies: [
      {
        ...nothing,
        holds: ['待ち時間の目標'],
        classKey: 'reference',
        text: '待ち時間の測り方を運行する会社と決めてから、指標にすることを検討します。',
      },
    ],
  },
]

/** What came in so far on the preliminary draft. */
export const openComments: readonly SampleComment[] = [
  {
    method: 'mail',
    district: '伊奈',
    ageBand: '60代',
    daysAgo: 9,
    about: '公共交通',
    text: '公共交通の記述に、免許返納後の移動手段を明記してほしい。\n45ページの人口の表で、地区の合計と市の合計が合わない。',
  },
  {
    method: 'online',
    district: 'みらい平',
    ageBand: '30代',
    daysAgo: 8,
    about: '幼児教育・保育 課題2',
    text: '保育所の空きを待つ人数を、地区ごとに公表してほしい。',
  },
  {
    method: 'post',
    district: '谷和原',
    ageBand: '70代以上',
    daysAgo: 6,
    about: '商工業と雇用',
    text: '複合産業拠点の記述に、周りの農地や水への配慮を書き加えてほしい。',
  },
  {
    method: 'fax',
    district: 'みらい平',
    ageBand: '50代',
    daysAgo: 6,
    about: '',
    text: '指標の現状値が空欄のままでは評価ができない。公表前に埋めるべき。「関係人口」「DX」などの言葉に説明をつけてほしい。',
  },
  {
    method: 'online',
    district: 'みらい平',
    ageBand: '20代',
    daysAgo: 3,
    about: '公共交通 課題1',
    text: '夜9時台のバスがあれば、駅から歩かずに済む。便の目標を、朝夕と夜に分けてほしい。',
  },
  {
    method: 'counter',
    district: '伊奈',
    ageBand: '40代',
    daysAgo: 2,
    about: '防災',
    text: '避難所の数ではなく、避難できる人の数を目標にすべき。',
  },
  {
    method: 'online',
    district: '谷和原',
    ageBand: '40代',
    daysAgo: 2,
    about: '',
    text: '三つの地区を結ぶ道と歩道が、どの施策にあるのか探しにくい。索引をつけてほしい。',
  },
]
