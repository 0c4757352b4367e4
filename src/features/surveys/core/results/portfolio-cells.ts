import { groupedNumber } from '#src/lib/text/number-format.ts'
import { gradeLabels, type PortfolioResult, quarterWords, type Rated } from './portfolio-result.ts'

/** Heads of the figures of 満足度・重要度, in the order of `portfolioCells`. */
export const portfolioHeads = [
  '満足度',
  '満足度の95％の幅',
  '重要度',
  '重要度の95％の幅',
  '偏差値（満足度）',
  '偏差値（重要度）',
  '改善度',
  'ニーズ得点（重要度−満足度）',
  '標準化した差',
  'n',
] as const

export type PortfolioRow = { number: number; label: string; quarter: string; cells: string[] }

/** The lines in words: empty where there is no figure. */
export const portfolioCells = ({ lines }: PortfolioResult): PortfolioRow[] =>
  lines.map((line) => {
    const {
      number,
      label,
      satisfaction,
      importance,
      standardScores,
      improvement,
      gap,
      standardGap,
      answers,
    } = line
    return {
      number,
      label,
      quarter: quarterWords(line),
      cells: [
        groupedNumber(satisfaction.estimate, 2),
        widthWords(satisfaction),
        groupedNumber(importance.estimate, 2),
        widthWords(importance),
        standardScores ? groupedNumber(standardScores[0], 1) : '',
        standardScores ? groupedNumber(standardScores[1], 1) : '',
        improvement ? `${groupedNumber(improvement.index, 1)}（${gradeLabels[improvement.grade]}）` : '',
        groupedNumber(gap, 2),
        standardGap === undefined ? '' : groupedNumber(standardGap, 2),
        groupedNumber(answers, 0),
      ],
    }
  })

const widthWords = ({ low, high }: Rated) =>
  low === undefined || high === undefined ? '' : `${groupedNumber(low, 2)}〜${groupedNumber(high, 2)}`
