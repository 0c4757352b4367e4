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
export const findMeasureStanding = async (
  context: Context,
  measureId: string,
): Promise<StandingInSurvey | undefined> => (await listMeasureStandings(context, [measureId])).get(measureId)

/** The same for several measures at once: a survey is tabulated once, and none that is not needed. */
export async function listMeasureStandings(
  context: Context,
  measureIds: readonly string[],
): Promise<Map<string, StandingInSurvey>> {
  const found = new Map<string, StandingInSurvey>()
  if (!mayDo(context.actor, permissions, 'read-survey-results')) return found
  for (const { id, title } of await listPublicSurveys(context)) {
    if (measureIds.every((measureId) => found.has(measureId))) break
    if (!(await findPublication(context, id))) continue
    const { results } = await resultsOf(context, id)
    if (!results) continue
    for (const section of results.dataset.questionnaire.sections)
      for (const question of section.questions) {
        const asked = measureIds.filter(
          (one) => !found.has(one) && question.items.some(({ measureId }) => measureId === one),
        )
        if (asked.length === 0) continue
        const standings = measureStandings(portfolioOf(results.work, question)?.lines ?? [])
        for (const measureId of asked) {
          const standing = standings.get(measureId)
          if (standing) found.set(measureId, { ...standing, surveyId: id, surveyTitle: title })
        }
      }
  }
  return found
}
