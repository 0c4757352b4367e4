import type { SessionKind, Step } from './session.ts'

type NewStep = Pick<Step, 'kind' | 'text' | 'minutes' | 'hint'>

/** A set of questions a municipality really used (問いの型), in our words, with who it was. */
export type QuestionSet = {
  id: string
  label: string
  kinds: readonly SessionKind[]
  source: string
  questions: readonly string[]
}

/** Facts of published reports, paraphrased; the municipality is named wherever a set is offered. */
export const questionSets: readonly QuestionSet[] = [
  {
    id: 'mima',
    label: '10年後から考える（美馬市のワールドカフェ）',
    kinds: ['world-cafe'],
    source: 'https://www.city.mima.lg.jp/gyosei/docs/29778.html',
    questions: [
      '10年後子どもが増え活力あるまちになった。何がそうさせたか',
      '10年後住みよいまちに必要なことは',
    ],
  },
  {
    id: 'nishinomiya',
    label: 'わたしとまち（西宮市のワールドカフェ）',
    kinds: ['world-cafe'],
    source:
      'https://www.nishi.or.jp/shisei/sogokeikaku/sogokeikaku/dai5jisogokeikaku/keikakusakutei/siminworkshop.html',
    questions: ['自分は西宮民だと思う時', '共感・伝えたい・磨きたいこと', '明日からできること'],
  },
  {
    id: 'inashiki',
    label: '暮らしとまちの変化（稲敷市のグループヒアリング）',
    kinds: ['hearing', 'interview', 'staff'],
    source: 'https://www.city.inashiki.lg.jp/page/page004419.html',
    questions: [
      '良い・悪いところ',
      '5年10年前との変化',
      '豊かな暮らしのイメージ',
      '市・市民・地域は何をするか',
    ],
  },
]

const roundHint = '1人がテーブルに残り、ほかの人は別のテーブルへ移る'

/** The time plan a session begins with: the questions of the set within what the kind of session needs. */
export function firstSteps(kind: SessionKind, set: QuestionSet | undefined): NewStep[] {
  const questions = set?.questions ?? []
  if (kind === 'briefing') {
    return [
      { kind: 'opening', text: '開会・計画の案の説明', minutes: 30, hint: '' },
      {
        kind: 'question',
        text: '質問と意見',
        minutes: 50,
        hint: 'その場で答えられないものは、持ち帰って答える',
      },
      { kind: 'closing', text: 'これからの予定', minutes: 10, hint: '' },
    ]
  }
  if (kind === 'world-cafe') {
    return [
      { kind: 'opening', text: '開会・進め方の説明', minutes: 15, hint: '写真と記録の扱いも説明する' },
      ...questions.map((text): NewStep => ({ kind: 'round', text, minutes: 20, hint: roundHint })),
      { kind: 'break', text: '休憩', minutes: 10, hint: '' },
      {
        kind: 'harvest',
        text: '将来像・取り組むこと・私の一歩',
        minutes: 25,
        hint: '元のテーブルに戻ってまとめ、投票する',
      },
      { kind: 'closing', text: '発表・閉会', minutes: 20, hint: '' },
    ]
  }
  return [
    { kind: 'opening', text: '目的と、記録の扱いの説明', minutes: 10, hint: '' },
    ...questions.map((text): NewStep => ({ kind: 'question', text, minutes: 15, hint: '' })),
    { kind: 'closing', text: '記録の確認とお礼', minutes: 5, hint: '' },
  ]
}
