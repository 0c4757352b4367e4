import type { Work } from '../estimate/statistic-result.ts'
import { isWeighted } from '../results/survey-work.ts'

/** What a table or figure rests on; with the data it names, everybody can compute it again. */
export type Stamp = {
  /** 問3（1つだけ選ぶ） */
  question: string
  n: number
  /** 集計対象 */
  domain: string
  /** 分母 */
  base: string
  /** ウエイト */
  weights: string
  /** 計算のしかた, with the exact variant. */
  formula: string
  /** 検定 */
  test?: string | undefined
  /** SHA-256 of the data set. */
  dataHash: string
}

/** Which rules of tables and estimates made the number (`docs/formats/survey.md`). */
export const tableRules = '標の集計 第1版'

/** The stamp as one line under a table. */
export function stampWords({ n, base, weights, test, dataHash }: Stamp): string {
  return [
    `n＝${n.toLocaleString('en-US')}`,
    `分母：${base}`,
    `ウエイト：${weights}`,
    ...(test ? [`検定：${test}`] : []),
    `データ版 ${shortHash(dataHash)}`,
  ].join('　')
}

/** The stamp whole, as terms and words. */
export const stampFacts = (stamp: Stamp): (readonly [string, string])[] => [
  ['設問', stamp.question],
  ['n', stamp.n.toLocaleString('en-US')],
  ['集計対象', stamp.domain],
  ['分母', stamp.base],
  ['ウエイト', stamp.weights],
  ['計算', stamp.formula],
  ...(stamp.test ? [['検定', stamp.test] as const] : []),
  ['データ版', stamp.dataHash],
  ['規則', tableRules],
]

/** The same in one line for print; the hash stands whole on the first page. */
export const printedStamp = (stamp: Stamp): string =>
  stampFacts(stamp)
    .map(([term, words]) => `${term}：${words === stamp.dataHash ? shortHash(words) : words}`)
    .join('　')

export const shortHash = (hash: string) => hash.slice(0, 8)

export const weightWords = (work: Work) => (isWeighted(work) ? 'あり（層の人口÷層の回答数）' : 'なし')

/** How the design gives its errors, or why there are none. */
export function errorWords({ built }: Work): string {
  if (!built.isProbability) return '確率標本ではないので、標本誤差と検定は示さない'
  const strata = built.design.drawn.filter((count) => count > 0).length
  const parts = [
    strata > 1 ? `${strata}層の層別抽出` : '単純無作為抽出',
    built.hasFiniteCorrection ? '有限母集団修正あり' : '有限母集団修正なし',
  ]
  return `標準誤差は線形化（${parts.join('、')}）`
}

/** The same for a publication, whose design is no longer at hand. */
export const errorsOfPublication = (isProbability: boolean) =>
  isProbability
    ? '幅は95％信頼区間（ロジット変換、標本抽出による誤差だけ）'
    : '確率標本ではないので、標本誤差と検定は示さない'

/** Why a sample that was not drawn by chance has no sampling error, for readers. */
export const noErrorReason =
  'この調査は、くじ引きで選んだ人ではなく、モニターや応募した人に聞いたものです。選ばれる確率が分からないので、標本誤差も、差が偶然かどうかの検定も示しません。結果を市民全体や他の調査の割合と同じものとして比べることはできません。'
