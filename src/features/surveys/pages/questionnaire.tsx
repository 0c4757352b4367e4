import type { Questionnaire } from '#src/formats/survey-question.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { enteredIn } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { editedTypes } from '../core/labels.ts'
import { permissions } from '../core/permissions.ts'
import { checkQuestionnaire } from '../core/questionnaire/check-questionnaire.ts'
import {
  addQuestion,
  addSection,
  deleteQuestion,
  deleteSection,
  moveQuestion,
  moveSection,
  placeQuestion,
  renameSection,
} from '../core/questionnaire/edit-questionnaire.ts'
import { beginNewVersion, copyQuestionnaire, editQuestionnaire } from '../store/commands/questionnaires.ts'
import { useNewVersion as putNewVersionToUse } from '../store/commands/surveys.ts'
import { listWaves } from '../store/earlier-surveys.ts'
import { getQuestionnaire, getSurvey } from '../store/queries.ts'
import { QuestionnaireView } from './parts/questionnaire-view.tsx'
import { surveyAddress, surveyHead } from './parts/staff-frame.tsx'

/** 調査票: pages and questions in order, what is wrong with them, and a button for every change. */
export const questionnairePage = page('/staff/surveys/:surveyId/questionnaire', {
  audience: 'staff',
  async show(context, { params }) {
    return screen(context, params.surveyId)
  },
  async submit(context, { params: { surveyId } }, form) {
    const entered = enteredIn(form)
    const here = surveyAddress(surveyId, '/questionnaire')
    if (entered['act'] === 'new-version') {
      await beginNewVersion(context, { surveyId })
      return { seeOther: here }
    }
    if (entered['act'] === 'use-version') {
      await putNewVersionToUse(context, { surveyId })
      return { seeOther: `${here}?notice=saved` }
    }
    if (entered['act'] === 'copy') {
      await copyQuestionnaire(context, { surveyId, fromSurveyId: entered['from'] ?? '' })
      return { seeOther: `${here}?notice=saved` }
    }
    const revision = Number(entered['revision'])
    let added = ''
    const change = (questionnaire: Questionnaire) => {
      const changed = changedBy(questionnaire, entered)
      added = changed.code ?? ''
      return changed.questionnaire
    }
    await editQuestionnaire(context, { surveyId, revision, change })
    return {
      seeOther: added ? `${surveyAddress(surveyId)}/questions/${added}` : `${here}#${entered['id'] ?? ''}`,
    }
  },
})

type Changed = { questionnaire: Questionnaire; code?: string }

/** What a button of the page does to the questionnaire. */
function changedBy(questionnaire: Questionnaire, entered: Readonly<Record<string, string>>): Changed {
  const { act = '', id = '' } = entered
  const title = (entered['title'] ?? '').trim().slice(0, 100)
  const direction = act.endsWith('-up') ? 'up' : 'down'
  if (act === 'add-section') return { questionnaire: addSection(questionnaire, title || '新しいページ') }
  if (act === 'rename-section') return { questionnaire: renameSection(questionnaire, id, title || 'ページ') }
  if (act === 'delete-section') return { questionnaire: deleteSection(questionnaire, id) }
  if (act.startsWith('section-')) return { questionnaire: moveSection(questionnaire, id, direction) }
  if (act.startsWith('question-')) return { questionnaire: moveQuestion(questionnaire, id, direction) }
  if (act === 'delete-question') return { questionnaire: deleteQuestion(questionnaire, id) }
  if (act === 'place')
    return {
      questionnaire: placeQuestion(questionnaire, id, {
        sectionId: entered['section'] ?? '',
        position: Math.max(0, Number(entered['position']) || 0),
      }),
    }
  const type = editedTypes.find((one) => one === entered['type'])
  if (act === 'add-question' && type) return addQuestion(questionnaire, id, type)
  throw new Refusal('conflict', 'この操作はできません。画面を開き直してください')
}

async function screen(context: Context, surveyId: string): Promise<Screen> {
  const survey = await getSurvey(context, surveyId)
  const kept = await getQuestionnaire(context, surveyId)
  const mayDesign = mayDo(context.actor, permissions, 'design-survey') && survey.state !== 'closed'
  const problems = checkQuestionnaire(kept.questionnaire)
  const waves = await listWaves(context, surveyId)
  return {
    ...surveyHead(survey, context.now),
    title: '調査票',
    body: <QuestionnaireView {...{ survey, kept, problems, mayDesign, actor: context.actor, waves }} />,
  }
}
