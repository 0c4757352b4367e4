import type { Work } from '../estimate/statistic-result.ts'
import type { PortfolioResult } from '../results/portfolio-result.ts'
import type { Publication } from '../results/publication-format.ts'
import type { Countable, ResultTable } from '../results/result-tables.ts'
import { errorsOfPublication, errorWords, type Stamp, weightWords } from './stamp.ts'

/** A survey ready to be tabulated, with the hash of its data. */
export type Source = { work: Work; hash: string }

/** How a question is answered, for stamps. */
export const kindWords = {
  single: '1つだけ選ぶ',
  multiple: 'いくつか選ぶ',
  ranking: '順位をつける',
  number: '数を書く',
} as const
/** What the mean of places is, wherever it stands. */
export const meanPlaceWords = '平均順位は、順位をつけた人の順位の平均（つけなかった人は入れない）'
const domainWords = (notApplicable: number) =>
  notApplicable > 0 ? `その設問を聞かれた人（非該当${notApplicable}人を除く）` : '回答者の全員'
const askedBase = '聞かれた人（無回答・無効を含む）'
const interval = '幅は95％信頼区間（ロジット変換、t分布）'

const nameOf = ({ number, item, kind }: Countable) =>
  `${number}${item ? `「${item}」` : ''}（${kindWords[kind]}）`

/** Stamp of a simple tabulation. */
export function simpleStamp({ work, hash }: Source, table: ResultTable): Stamp {
  const share = '割合＝その答えの重みの合計÷分母の重みの合計'
  const errors = work.built.isProbability ? `${interval}。${errorWords(work)}` : errorWords(work)
  const formulas = {
    single: `${share}。${errors}`,
    multiple: `選択肢ごとの${share}。合計は100％を超えることがある。${errors}`,
    ranking: `何位でもよいので順位をつけた人の${share}。合計は100％を超えることがある。${meanPlaceWords}。${errors}`,
    number: '平均＝重み×値の合計÷答えた人の重みの合計',
  }
  return {
    question: nameOf(table),
    n: table.base,
    domain: domainWords(table.notApplicable),
    base: askedBase,
    weights: weightWords(work),
    formula: table.hasPoints
      ? `${formulas[table.kind]}。得点は、点のある答えの平均（無回答とわからないを除く）`
      : formulas[table.kind],
    dataHash: hash,
  }
}

type Crossed = {
  countable: Countable
  n: number
  banner: string
  notApplicable: number
  test?: string | undefined
}

/** Stamp of a cross table. */
export function crossStamp(
  { work, hash }: Source,
  { countable, n, banner, notApplicable, test }: Crossed,
): Stamp {
  return {
    question: `${nameOf(countable)} × ${banner}`,
    n,
    domain: domainWords(notApplicable),
    base: `「${banner}」ごとの${askedBase}`,
    weights: weightWords(work),
    formula: `割合＝その答えの重みの合計÷「${banner}」の区分の重みの合計。「${banner}」の分からない人は「全体」にだけ入る。${countable.kind === 'ranking' ? `${meanPlaceWords}。` : ''}${errorWords(work)}`,
    test,
    dataHash: hash,
  }
}

/** Stamp of 満足度・重要度. */
export const portfolioStamp = ({ work, hash }: Source, result: PortfolioResult, question: string): Stamp =>
  portfolioStampWith({ weights: weightWords(work), errors: errorWords(work), hash }, result, question)

/** The same of a publication, whose design is no longer at hand. */
export const portfolioStampOf = (
  { isWeighted, isProbability, dataHash }: Publication,
  result: PortfolioResult,
  question: string,
): Stamp => {
  const weights = isWeighted ? 'あり（層の人口÷層の回答数）' : 'なし'
  return portfolioStampWith(
    { weights, errors: errorsOfPublication(isProbability), hash: dataHash },
    result,
    question,
  )
}

function portfolioStampWith(
  { weights, errors, hash }: { weights: string; errors: string; hash: string },
  { lines, options, isProbability }: PortfolioResult,
  question: string,
): Stamp {
  const deviation = options.deviation === 'sample' ? '項目の数−1' : '項目の数'
  return {
    question,
    n: Math.max(0, ...lines.map(({ answers }) => answers)),
    domain: '回答者の全員（項目ごとに、満足度と重要度を答えた人）',
    base: '点のある答え（無回答・わからないを除く）',
    weights,
    formula: [
      '得点＝＋2〜−2の平均',
      `軸は${options.axes === 'mean' ? '項目の平均' : '0'}`,
      isProbability
        ? 'だ円は2つの得点の95％の信頼域（共分散を含む、χ²の自由度2）。幅が軸にかかるものは「区分は未確定」'
        : errors,
      `偏差値＝50＋10×（得点−平均）÷標準偏差（÷${deviation}）`,
      '改善度＝中心からの距離×（90−「重要で不満」の向きとの角度）÷90',
    ].join('。'),
    dataHash: hash,
  }
}
