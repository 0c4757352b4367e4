import { addDays } from '#src/lib/japanese/business-days.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { checkQuestionnaire } from '../../core/questionnaire/check-questionnaire.ts'
import { newQuestionnaire } from '../../core/questionnaire/edit-questionnaire.ts'
import { withRewordings } from '../../core/questionnaire/lineage.ts'
import { strataOfText } from '../../core/sample/strata.ts'
import { collectionPhase, endOfDay, graceMinutes, listDays, type SurveyContent } from '../../core/survey.ts'
import { listWaves } from '../earlier-surveys.ts'
import { moveTheLast } from '../inbox.ts'
import { spreadInvitations } from '../invitation-rows.ts'
import { getQuestionnaire, getSurvey } from '../queries.ts'
import { countSheets } from '../sheets.ts'
import { tables } from '../tables.ts'

/** Begins a survey with an empty questionnaire. */
export const addSurvey = command(permissions, 'design-survey', async (context, content: SurveyContent) => {
  const id = context.newId('sv')
  await tables(context)
    .insertInto('surveys')
    .values({ id, ...columnsOf(content), state: 'draft', revision: 1 })
    .execute()
  await tables(context)
    .insertInto('surveyQuestionnaires')
    .values({ surveyId: id, version: 1, content: JSON.stringify(newQuestionnaire()), revision: 1 })
    .execute()
  return id
})

function columnsOf({ strata, ...content }: SurveyContent) {
  const read = strataOfText(strata)
  if (read.problem !== undefined) throw new Refusal('conflict', read.problem)
  const { endsOn, purgeOn = addDays(endsOn, listDays), listGround = '' } = content
  return {
    ...content,
    strata: JSON.stringify(read.strata),
    closesAt: endOfDay(endsOn),
    purgeOn,
    listGround,
  }
}

type SurveyChange = { surveyId: string; revision: number; content: SurveyContent }

/** Corrects what is said of a survey. Once it is open, only words and the last day may change. */
export const changeSurvey = command(
  permissions,
  'design-survey',
  async (context, { surveyId, revision, content }: SurveyChange) => {
    const survey = await getSurvey(context, surveyId)
    refuseIfStale(survey, revision)
    if (survey.state === 'closed') throw new Refusal('conflict', '締め切った調査は直せません')
    const columns = columnsOf(content)
    const isFixed = survey.state === 'open' || survey.sampling !== undefined
    if (
      isFixed &&
      (JSON.stringify(survey.strata) !== columns.strata || survey.designKind !== content.designKind)
    )
      throw new Refusal(
        'conflict',
        '標本を抽出したあと、または調査を始めたあとは、抽出の方法と層を変えられません',
      )
    await tables(context)
      .updateTable('surveys')
      .set({ ...columns, revision: revision + 1 })
      .where('id', '=', surveyId)
      .execute()
  },
)

/** Opens the survey: the questionnaire is frozen as its first version. Refuses one that is not whole. */
export const openSurvey = command(
  permissions,
  'open-survey',
  async (context, { surveyId }: { surveyId: string }) => {
    const survey = await getSurvey(context, surveyId)
    if (survey.state !== 'draft') throw new Refusal('conflict', 'この調査は、すでに始まっています')
    if (Date.parse(survey.closesAt) <= context.now.getTime())
      throw new Refusal('conflict', '終わる日が過ぎています。期間を直してから始めてください')
    await publishQuestionnaire(context, surveyId)
    await tables(context)
      .updateTable('surveys')
      .set({ state: 'open', revision: survey.revision + 1 })
      .where('id', '=', surveyId)
      .execute()
  },
)

async function publishQuestionnaire(context: Context, surveyId: string) {
  const { questionnaire, version, publishedAt } = await getQuestionnaire(context, surveyId)
  if (publishedAt) throw new Refusal('conflict', 'この版の調査票は、すでに使われています')
  const [problem] = checkQuestionnaire(questionnaire)
  if (problem) throw new Refusal('conflict', `調査票を使い始められません。${problem.message}`)
  await tables(context)
    .updateTable('surveyQuestionnaires')
    .set({
      content: JSON.stringify(withRewordings(questionnaire, await listWaves(context, surveyId))),
      publishedAt: context.now.toISOString(),
    })
    .where('surveyId', '=', surveyId)
    .where('version', '=', version)
    .execute()
}

/** Puts the new version of an open survey's questionnaire to use; entries already begun keep theirs. */
export const useNewVersion = command(
  permissions,
  'open-survey',
  async (context, { surveyId }: { surveyId: string }) => {
    const survey = await getSurvey(context, surveyId)
    if (survey.state !== 'open') throw new Refusal('conflict', '実施中の調査だけ、調査票を新しい版にできます')
    await publishQuestionnaire(context, surveyId)
  },
)

/** Ends the period now instead of on its last day. Entries begun before are still taken for 60 minutes. */
export const endPeriodNow = command(
  permissions,
  'close-survey',
  async (context, { surveyId }: { surveyId: string }) => {
    const survey = await getSurvey(context, surveyId)
    if (collectionPhase(survey, context.now) !== 'open')
      throw new Refusal('conflict', '受け付けている間だけ、受付を終えられます')
    await tables(context)
      .updateTable('surveys')
      .set({ closesAt: context.now.toISOString(), revision: survey.revision + 1 })
      .where('id', '=', surveyId)
      .execute()
  },
)

/**
 * Closes the survey (調査締切) for good: entries begun and not sent are destroyed, the rest of the inbox is moved, and
 * answers and invitations are written anew, so that nothing tells when or in which batch they came.
 */
export const closeSurvey = command(
  permissions,
  'close-survey',
  async (context, { surveyId, secret }: { surveyId: string; secret: string }) => {
    const survey = await getSurvey(context, surveyId)
    if (survey.state !== 'open') throw new Refusal('conflict', '実施中の調査ではありません')
    if (collectionPhase(survey, context.now) !== 'over')
      throw new Refusal('conflict', `受付の終わりから${graceMinutes}分たつまで、締切を確定できません`)
    const waiting = await countSheets(context, surveyId)
    if (waiting > 0)
      throw new Refusal(
        'conflict',
        `2回目の入力や決定を待つ用紙が${waiting}枚あります。済ませてから確定してください`,
      )
    await tables(context).deleteFrom('surveyDrafts').where('surveyId', '=', surveyId).execute()
    await moveTheLast(context, { surveyId, secret })
    await spreadInvitations(context, surveyId)
    await tables(context)
      .updateTable('surveys')
      .set({ state: 'closed', revision: survey.revision + 1 })
      .where('id', '=', surveyId)
      .execute()
  },
)
