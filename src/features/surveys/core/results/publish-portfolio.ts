import type { Questionnaire, SurveyQuestion } from '#src/formats/survey-question.ts'
import type { Work } from '../estimate/statistic-result.ts'
import { questionsOf } from '../questionnaire/edit-questionnaire.ts'
import { portfolioOf } from './portfolio-result.ts'
import type { PublishedPortfolio, PublishedTable } from './publication-format.ts'

type Item = SurveyQuestion['items'][number]

/**
 * 満足度・重要度 as it may be read by everybody. A mean is one more equation over the counts: with two hidden counts of known
 * sum it would give both away, so an item with any hidden count of everybody is left out.
 */
export function publishedPortfolios(
  work: Work,
  questionnaire: Questionnaire,
  tables: readonly PublishedTable[],
): PublishedPortfolio[] {
  const byKey = new Map(tables.map((table) => [table.key, table]))
  const isShown = (column: string | undefined) => {
    const table = column === undefined ? undefined : byKey.get(column)
    if (!table) return false
    const whole = table.columns.findIndex(({ label }) => label === '全体')
    return table.lines.every(({ counts, shares }) => counts[whole] !== null && shares[whole] !== null)
  }
  const isSafe = ({ column, importanceColumn }: Item) => isShown(column) && isShown(importanceColumn)
  return questionsOf(questionnaire)
    .filter(({ type }) => type === 'matrix-dual')
    .flatMap((question) => {
      const items = question.items.filter(isSafe)
      const result = portfolioOf(work, { ...question, items })
      if (!result) return []
      const shown = new Set(result.lines.map(({ label }) => label))
      const leftOut = question.items.map(({ label }) => label).filter((label) => !shown.has(label))
      const { code: key, number, text } = question
      return [{ key, number, text, leftOut, result: JSON.parse(JSON.stringify(result)) }]
    })
}
