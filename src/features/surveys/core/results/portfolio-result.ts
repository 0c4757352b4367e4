import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import { criticalValue } from '#src/lib/statistics/estimate/intervals.ts'
import type { Improvement } from '#src/lib/statistics/satisfaction/improvement-index.ts'
import type { AxesAt, Ellipse, Quadrant } from '#src/lib/statistics/satisfaction/portfolio.ts'
import type { Deviation } from '#src/lib/statistics/satisfaction/standard-scores.ts'
import { runPortfolio } from '../estimate/run-tests.ts'
import type { Work } from '../estimate/statistic-result.ts'
import { type StatisticOf, statisticSpec } from '../estimate/statistic-spec.ts'

/** What the four quarters are called; a city may call them otherwise. */
export const quadrantLabels: Record<Quadrant, string> = {
  improve: '重点的に良くする',
  maintain: 'いまの水準を保つ',
  observe: '様子を見る',
  review: '見直しも考える',
}
export const undecidedWords = '区分は未確定'
export const gradeLabels: Record<Improvement['grade'], string> = {
  urgent: '急ぐ',
  wanted: '望む',
  keep: '保つ',
}

/** Variants of the picture; the figure says which it is. */
export type PortfolioOptions = { axes: AxesAt; deviation: Deviation }
export const usualPortfolio: PortfolioOptions = { axes: 'mean', deviation: 'sample' }

export type Rated = { estimate: number; low?: number | undefined; high?: number | undefined; answers: number }

export type PortfolioLine = {
  /** Its number on the chart. */
  number: number
  label: string
  measureId?: string | undefined
  satisfaction: Rated
  importance: Rated
  quadrant: Quadrant
  isUndecided: boolean
  /** None where the sample gives no sampling error. */
  ellipse?: Ellipse | undefined
  /** 偏差値 of satisfaction and importance; none where all items are equal. */
  standardScores?: readonly [number, number] | undefined
  improvement?: (Omit<Improvement, 'angle'> & { angle?: number | undefined }) | undefined
  /** ニーズ得点: importance − satisfaction, raw and of the standardised scores. */
  gap: number
  standardGap?: number | undefined
  answers: number
}

export type PortfolioResult = {
  lines: PortfolioLine[]
  centre: { satisfaction: number; importance: number }
  options: PortfolioOptions
  isProbability: boolean
}

/** 満足度・重要度 of a dual matrix, by line. Undefined where fewer than three lines have answers. */
export function portfolioOf(
  work: Work,
  { items }: SurveyQuestion,
  options = usualPortfolio,
): PortfolioResult | undefined {
  const hasAnswers = (column: string) => {
    const { cells = [], options: list = [] } = work.frame.columns.get(column) ?? {}
    const pointed = new Set(list.filter(({ points }) => points !== null).map(({ code }) => code))
    return cells.some((cell) => typeof cell === 'string' && pointed.has(cell))
  }
  const rated = items.filter(
    ({ column, importanceColumn }) => importanceColumn && hasAnswers(column) && hasAnswers(importanceColumn),
  )
  if (rated.length < 3) return undefined
  const spec = statisticSpec.parse({
    statistic: 'portfolio',
    ...options,
    items: rated.map(({ label, column, importanceColumn }) => ({
      label,
      satisfaction: column,
      importance: importanceColumn,
    })),
  }) as StatisticOf<'portfolio'>
  const [found] = runPortfolio(work, spec)
  if (!found) return undefined
  const lines = found.points.map((point, place): PortfolioLine => {
    const [across, upward] = point.standardScores ?? []
    return {
      number: place + 1,
      label: rated[place]?.label ?? '',
      measureId: rated[place]?.measureId,
      satisfaction: ratedOf(point.satisfaction),
      importance: ratedOf(point.importance),
      quadrant: point.quadrant,
      isUndecided: point.isUndecided === true,
      ellipse: point.ellipse,
      standardScores: across === undefined || upward === undefined ? undefined : [across, upward],
      improvement: point.improvement,
      gap: point.gap ?? Number.NaN,
      standardGap: point.standardGap,
      answers: Math.min(point.satisfaction.answers, point.importance.answers),
    }
  })
  return { lines, centre: found.axes, options, isProbability: work.built.isProbability }
}

type Point = ReturnType<typeof runPortfolio>[number]['points'][number]

function ratedOf({ estimate, standardError, degreesOfFreedom = 0, answers }: Point['satisfaction']): Rated {
  if (standardError === undefined || degreesOfFreedom < 1) return { estimate, answers }
  const reach = criticalValue(0.95, degreesOfFreedom) * standardError
  return { estimate, low: estimate - reach, high: estimate + reach, answers }
}

/** The quarter in words: undecided is no quarter. */
export const quarterWords = ({ quadrant, isUndecided }: PortfolioLine) =>
  isUndecided ? undecidedWords : quadrantLabels[quadrant]
