import type { Questionnaire } from '#src/formats/survey-question.ts'
import { command } from '#src/platform/command.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { questionsOf } from '../../core/questionnaire/edit-questionnaire.ts'
import { copiedFrom } from '../../core/questionnaire/lineage.ts'
import { listWaves } from '../earlier-surveys.ts'
import { getQuestionnaire, getSurvey } from '../queries.ts'
import { tables } from '../tables.ts'

type Edit = {
  surveyId: string
  revision: number
  /** The questionnaire as it shall be, from what it is. */
  change: (questionnaire: Questionnaire) => Questionnaire
}

/** Changes the questionnaire that is being edited. One in use is never changed: a new version is begun instead. */
export const editQuestionnaire = command(
  permissions,
  'design-survey',
  async (context, { surveyId, revision, change }: Edit) => {
    const kept = await getQuestionnaire(context, surveyId)
    refuseIfStale(kept, revision)
    if (kept.publishedAt)
      throw new Refusal('conflict', '使っている調査票は直せません。新しい版をつくってください')
    await tables(context)
      .updateTable('surveyQuestionnaires')
      .set({ content: JSON.stringify(change(kept.questionnaire)), revision: revision + 1 })
      .where('surveyId', '=', surveyId)
      .where('version', '=', kept.version)
      .execute()
  },
)

/** Begins the questionnaire of a survey with that of an earlier one, every item bound to it. Only where there is nothing yet. */
export const copyQuestionnaire = command(
  permissions,
  'design-survey',
  async (context, { surveyId, fromSurveyId }: { surveyId: string; fromSurveyId: string }) => {
    const kept = await getQuestionnaire(context, surveyId)
    const wave = (await listWaves(context, surveyId)).find((one) => one.surveyId === fromSurveyId)
    if (!wave) throw new Refusal('not-found', '前の調査が見つかりません')
    if (kept.publishedAt || questionsOf(kept.questionnaire).length > 0)
      throw new Refusal('conflict', '設問のある調査票には写せません')
    await tables(context)
      .updateTable('surveyQuestionnaires')
      .set({ content: JSON.stringify(copiedFrom(wave)), revision: kept.revision + 1 })
      .where('surveyId', '=', surveyId)
      .where('version', '=', kept.version)
      .execute()
  },
)

/** Begins a new version of the questionnaire in use. Answers given so far keep theirs. */
export const beginNewVersion = command(
  permissions,
  'design-survey',
  async (context, { surveyId }: { surveyId: string }) => {
    const survey = await getSurvey(context, surveyId)
    const kept = await getQuestionnaire(context, surveyId)
    if (survey.state !== 'open' || !kept.publishedAt)
      throw new Refusal('conflict', '実施中の調査の、使っている調査票だけ、新しい版にできます')
    const version = kept.version + 1
    await tables(context)
      .insertInto('surveyQuestionnaires')
      .values({
        surveyId,
        version,
        content: JSON.stringify({ ...kept.questionnaire, version }),
        revision: 1,
      })
      .execute()
  },
)
