import type { PortfolioLine } from './portfolio-result.ts'

/** Where residents put a measure among all that a survey asked about: rank 1 is the most satisfying, the most important. */
export type MeasureStanding = {
  label: string
  satisfactionRank: number
  importanceRank: number
  of: number
  quadrant: PortfolioLine['quadrant']
  isUndecided: boolean
  answers: number
}

/** By measure, as far as the lines of the survey name one. Equal means share the better rank. */
export function measureStandings(lines: readonly PortfolioLine[]): Map<string, MeasureStanding> {
  const rankIn = (values: readonly number[], value: number) => 1 + values.filter((one) => one > value).length
  const satisfactions = lines.map(({ satisfaction }) => satisfaction.estimate)
  const importances = lines.map(({ importance }) => importance.estimate)
  return new Map(
    lines.flatMap(({ label, measureId, satisfaction, importance, quadrant, isUndecided, answers }) =>
      measureId === undefined
        ? []
        : [
            [
              measureId,
              {
                label,
                satisfactionRank: rankIn(satisfactions, satisfaction.estimate),
                importanceRank: rankIn(importances, importance.estimate),
                of: lines.length,
                quadrant,
                isUndecided,
                answers,
              },
            ] as const,
          ],
    ),
  )
}
