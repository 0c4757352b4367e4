import type { SurveyQuestion } from '#src/formats/survey-question.ts'
import { runPortfolio } from '../estimate/run-tests.ts'
import type { Work } from '../estimate/statistic-result.ts'
import { type StatisticOf, statisticSpec } from '../estimate/statistic-spec.ts'

/** What the four quarters are called; a city may call them otherwise. */
export const quadrantLabels = {
  improve: '重点的に良くする',
  maintain: 'いまの水準を保つ',
  observe: '様子を見る',
  review: '見直しも考える',
} as const

export type PortfolioLine = {
  label: string
  measureId: string | undefined
  satisfaction: string
  importance: string
  quarter: string
  answers: number
}

/** 満足度・重要度 of a dual matrix, by line. Undefined where fewer than three lines have answers. */
export function portfolioOf(work: Work, { items }: SurveyQuestion): PortfolioLine[] | undefined {
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
    items: rated.map(({ label, column, importanceColumn }) => ({
      label,
      satisfaction: column,
      importance: importanceColumn,
    })),
  }) as StatisticOf<'portfolio'>
  const [found] = runPortfolio(work, spec)
  return found?.points.map((point, place) => ({
    label: rated[place]?.label ?? '',
    measureId: rated[place]?.measureId,
    satisfaction: point.satisfaction.estimate.toFixed(2),
    importance: point.importance.estimate.toFixed(2),
    quarter: 'isUndecided' in point && point.isUndecided ? '区分は未確定' : quadrantLabels[point.quadrant],
    answers: Math.min(point.satisfaction.answers, point.importance.answers),
  }))
}
