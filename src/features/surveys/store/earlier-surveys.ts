import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../core/permissions.ts'
import type { Wave } from '../core/questionnaire/lineage.ts'
import { listPublishedQuestionnaires, listSurveys, readSurvey } from './queries.ts'

/** Surveys people have answered before this one, the newest first, each with the questionnaire it used last. */
export async function listWaves(context: Context, surveyId: string): Promise<Wave[]> {
  authorize(context, permissions, 'read-surveys')
  const { startsOn } = await readSurvey(context, surveyId)
  const surveys = (await listSurveys(context)).filter(
    (one) => one.id !== surveyId && one.startsOn <= startsOn,
  )
  const waves = await Promise.all(
    surveys.map(async ({ id, title }) => {
      const [kept] = await listPublishedQuestionnaires(context, id)
      return kept ? [{ surveyId: id, title, questionnaire: kept.questionnaire }] : []
    }),
  )
  return waves.flat()
}
