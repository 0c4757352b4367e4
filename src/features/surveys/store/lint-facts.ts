import type { LintContext } from '#src/features/plan/core/lint/finding.ts'
import type { Context } from '#src/platform/context.ts'
import { portfolioOf } from '../core/results/portfolio-result.ts'
import { findPublication, listPublicSurveys } from './queries.ts'
import { resultsOf } from './survey-results.ts'

/**
 * For the lint: the published surveys, the newest first, with their margin and what residents miss most. What a later survey is
 * published against is history: its wishes are no longer missed.
 */
export async function lintFacts(context: Context): Promise<Pick<LintContext, 'surveys'>> {
  const surveys = []
  const earlier = new Set<string>()
  for (const { id, title } of await listPublicSurveys(context)) {
    const published = await findPublication(context, id)
    if (!published) continue
    if (published.waves) earlier.add(published.waves.earlierId)
    const { results } = earlier.has(id) ? { results: undefined } : await resultsOf(context, id)
    const questions = results?.dataset.questionnaire.sections.flatMap((section) => section.questions) ?? []
    const lines = results
      ? questions.flatMap((question) => portfolioOf(results.work, question)?.lines ?? [])
      : []
    const urgent = lines.filter(({ quadrant, isUndecided }) => quadrant === 'improve' && !isUndecided)
    surveys.push({
      id,
      title,
      margin: published.marginPoints ?? undefined,
      urgent: urgent.map(({ label, measureId }) => ({ label, measureId })),
    })
  }
  return surveys.length > 0 ? { surveys } : {}
}
