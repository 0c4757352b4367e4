import type { Questionnaire } from '#src/formats/survey-question.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { permissions } from '../core/permissions.ts'
import { sourceTexts, withTranslations } from '../core/questionnaire/translations.ts'
import { asLanguage, type Language } from '../core/words/languages.ts'
import { editQuestionnaire } from '../store/commands/questionnaires.ts'
import { getQuestionnaire, getSurvey } from '../store/queries.ts'
import { surveyAddress, surveyHead } from './parts/staff-frame.tsx'
import { TranslationsView } from './parts/translations-view.tsx'

/** ほかのことば: every text of the questionnaire beside its translation, one language at a time. */
export const translationsPage = page('/staff/surveys/:surveyId/translations', {
  audience: 'staff',
  async show(context, { params, url }) {
    return screen(context, params.surveyId, { language: languageIn(url) })
  },
  async submit(context, { params: { surveyId }, url }, form) {
    const entered = enteredIn(form)
    const language = languageIn(url)
    const survey = await getSurvey(context, surveyId)
    const typed = Object.fromEntries(
      Object.entries(entered).flatMap(([name, text]) =>
        name.startsWith('text:') ? [[name.slice('text:'.length), text.slice(0, 5000)]] : [],
      ),
    )
    const saving = editQuestionnaire(context, {
      surveyId,
      revision: Number(entered['revision']),
      change: (questionnaire: Questionnaire) =>
        withTranslations(questionnaire, language, { texts: sourceTexts(questionnaire, survey), typed }),
    })
    const outcome = await unlessStale(saving)
    if (outcome.isStale)
      return { ...(await screen(context, surveyId, { language, typed, isStale: true })), status: 409 }
    return { seeOther: `${surveyAddress(surveyId, '/translations')}?language=${language}&notice=saved` }
  },
})

const languageIn = (url: URL): Language => asLanguage(url.searchParams.get('language') ?? '') ?? 'ja-plain'

type State = { language: Language; typed?: Entered; isStale?: boolean }

async function screen(context: Context, surveyId: string, state: State): Promise<Screen> {
  const survey = await getSurvey(context, surveyId)
  const { questionnaire, revision, publishedAt } = await getQuestionnaire(context, surveyId)
  const mayEdit =
    mayDo(context.actor, permissions, 'design-survey') && !publishedAt && survey.state !== 'closed'
  const head = surveyHead(survey, context.now)
  return {
    ...head,
    title: 'ほかのことば',
    crumbs: [...head.crumbs, { label: '調査票', href: surveyAddress(surveyId, '/questionnaire') }],
    body: <TranslationsView {...{ survey, questionnaire, revision, mayEdit, ...state }} />,
  }
}
