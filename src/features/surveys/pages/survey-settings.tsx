import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { permissions } from '../core/permissions.ts'
import { type Survey, surveyForm } from '../core/survey.ts'
import { changeSurvey } from '../store/commands/surveys.ts'
import { getSurvey } from '../store/queries.ts'
import { FormHead } from './parts/form-head.tsx'
import { surveyAddress, surveyHead } from './parts/staff-frame.tsx'
import { StaleBanner } from './parts/stale-banner.tsx'
import { enteredOfSurvey, SurveyFields, surveyFieldLabels } from './parts/survey-fields.tsx'

/** Corrects name, period, explanation and strata of a survey. */
export const surveySettingsPage = page('/staff/surveys/:surveyId/settings', {
  audience: 'staff',
  async show(context, { params }) {
    authorize(context, permissions, 'design-survey')
    const survey = await getSurvey(context, params.surveyId)
    return screen(context, { survey, entered: enteredOfSurvey(survey), problems: {} })
  },
  async submit(context, { params: { surveyId } }, form) {
    const read = readForm(surveyForm, form)
    const survey = await getSurvey(context, surveyId)
    if (read.problems)
      return { ...screen(context, { survey, entered: read.entered, problems: read.problems }), status: 422 }
    const revision = Number(read.entered['revision'])
    const outcome = await unlessStale(changeSurvey(context, { surveyId, revision, content: read.values }))
    if (!outcome.isStale) return { seeOther: `${surveyAddress(surveyId)}?notice=saved` }
    const now = await getSurvey(context, surveyId)
    return {
      ...screen(context, { survey: now, entered: read.entered, problems: {}, isStale: true }),
      status: 409,
    }
  },
})

type State = { survey: Survey; entered: Entered; problems: Problems; isStale?: boolean }

function screen({ now }: Context, { survey, entered, problems, isStale }: State): Screen {
  return {
    ...surveyHead(survey, now),
    title: '調査の設定',
    body: (
      <>
        <FormHead problems={problems} />
        {isStale && (
          <StaleBanner saved={enteredOfSurvey(survey)} typed={entered} labels={surveyFieldLabels} />
        )}
        <h1>調査の設定</h1>
        <form method="post" class="sb-form l-gap" action="#error-summary">
          <input type="hidden" name="revision" value={survey.revision} />
          <SurveyFields entered={entered} problems={problems} />
          <div class="l-cluster">
            <button class="dads-button" type="submit">
              保存する
            </button>
            <a href={surveyAddress(survey.id)}>取りやめる</a>
          </div>
        </form>
      </>
    ),
  }
}
