import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../core/permissions.ts'
import { type MeasureStanding, measureStandings } from '../core/results/measure-standings.ts'
import { portfolioOf } from '../core/results/portfolio-result.ts'
import { findPublication, listPublicSurveys } from './queries.ts'
import { resultsOf } from './survey-results.ts'

export type StandingInSurvey = MeasureStanding & { surveyId: string; surveyTitle: string }

/**
 * How satisfied residents are with a measure and how important it is to them, from the newest published survey that asked
 * about it; undefined where none did, and for those who may not read results.
 */
export async function findMeasureStanding(
  context: Context,
  measureId: string,
): Promise<StandingInSurvey | undefined> {
  if (!mayDo(context.actor, permissions, 'read-survey-results')) return undefined
  for (const { id, title } of await listPublicSurveys(context)) {
    if (!(await findPublication(context, id))) continue
    const { results } = await resultsOf(context, id)
    if (!results) continue
    for (const section of results.dataset.questionnaire.sections)
      for (const question of section.questions) {
        if (!question.items.some((item) => item.measureId === measureId)) continue
        const standing = measureStandings(portfolioOf(results.work, question)?.lines ?? []).get(measureId)
        if (standing) return { ...standing, surveyId: id, surveyTitle: title }
      }
  }
  return undefined
}
