import type { SurveyQuestion } from '#src/formats/survey-question.ts'

/** Types of questions the editor offers, in the order of its list. */
export const questionTypeLabels = {
  single: '1つだけ選ぶ',
  multiple: 'いくつか選ぶ',
  rating: '段階で評価する',
  ranking: '順位を付ける',
  matrix: '表で答える（1行に1つ選ぶ）',
  'matrix-dual': '満足度 × 重要度の表',
  number: '数を書く',
  date: '日付を書く',
  'text-short': '短い文を書く',
  'text-long': '自由に書く',
  note: '説明文（答えはない）',
} as const satisfies Partial<Record<SurveyQuestion['type'], string>>

export type EditedType = keyof typeof questionTypeLabels
export const editedTypes = Object.keys(questionTypeLabels) as EditedType[]

export const stateLabels = { draft: '準備中', open: '実施中', closed: '締切済み' } as const

export const modeLabels = { web: 'ウェブ', paper: '紙', import: '取り込み' } as const
export type AnswerMode = keyof typeof modeLabels

/**
 * What is counted of a survey: answers by mode; later ones with a spent code, kept out; letters that came back; blank forms.
 * `kept-out` alone: counted before the mode was kept.
 */
export type TallyMode = AnswerMode | 'kept-out' | `kept-out-${AnswerMode}` | 'undeliverable' | 'blank'

export const isAnswerMode = (mode: TallyMode): mode is AnswerMode => mode in modeLabels

/** The way a kept-out answer came, in words. */
export const keptOutLabel = (mode: TallyMode): string | undefined => {
  if (mode === 'kept-out') return 'ほか'
  const [, way] = /^kept-out-(.*)$/.exec(mode) ?? []
  return way === undefined ? undefined : modeLabels[way as AnswerMode]
}

/** 経年比較: what a person judged of an item whose words or options changed. */
export const judgementLabels = {
  comparable: '比べてよい',
  reference: '参考として比べる',
  'not-comparable': '比べない',
} as const
export type Judgement = keyof typeof judgementLabels

export const designLabels = {
  stratified: '層化無作為抽出',
  simple: '単純無作為抽出',
  census: '全員に聞く（全数）',
  quota: 'モニター・任意の回答（確率標本ではない）',
} as const
export type DesignKind = keyof typeof designLabels
