import { eraDayDual } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Entered, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { AboutScreen, Badge, EmptyState } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { type Survey, surveyForm } from '../core/survey.ts'
import { addSurvey } from '../store/commands/surveys.ts'
import { listSurveys } from '../store/queries.ts'
import { FormHead } from './parts/form-head.tsx'
import { phaseOf, surveyAddress } from './parts/staff-frame.tsx'
import { SurveyFields } from './parts/survey-fields.tsx'

/** 市民意向調査: every survey with its state. */
export const surveyListPage = page('/staff/surveys', {
  audience: 'staff',
  async show(context) {
    const surveys = await listSurveys(context)
    const mayDesign = mayDo(context.actor, permissions, 'design-survey')
    return {
      title: '市民意向調査',
      body: (
        <>
          <div class="sb-title">
            <h1>市民意向調査</h1>
            {mayDesign && (
              <a class="dads-button" href="/staff/surveys/new">
                調査をつくる
              </a>
            )}
          </div>
          {surveys.length === 0 ? (
            <EmptyState title="まだ調査がありません。">
              <p>「調査をつくる」から、名前と期間を決めて始めます。</p>
            </EmptyState>
          ) : (
            <SurveyTable surveys={surveys} now={context.now} />
          )}
          <AboutScreen>
            <p>
              調査票をつくり、標本を抽出し、ウェブと紙で回答を受け、集計して公表するまでを、この部屋で行います。回答と案内の名簿は、はじめから別々に保管され、だれにも結びつけられません。
            </p>
          </AboutScreen>
        </>
      ),
    }
  },
})

function SurveyTable({ surveys, now }: { surveys: readonly Survey[]; now: Date }) {
  return (
    <table class="dads-table l-gap">
      <caption class="vh">調査の一覧（{surveys.length}件）</caption>
      <thead>
        <tr>
          <th scope="col">調査</th>
          <th scope="col">期間</th>
          <th scope="col">状態</th>
        </tr>
      </thead>
      <tbody>
        {surveys.map((survey) => (
          <tr key={survey.id}>
            <th scope="row">
              <a href={surveyAddress(survey.id)}>{survey.title}</a>
            </th>
            <td>
              {eraDayDual(survey.startsOn)}〜{eraDayDual(survey.endsOn)}
            </td>
            <td>
              <Badge tone={survey.state === 'open' ? 'info' : 'quiet'}>{phaseOf(survey, now)}</Badge>
              {survey.publishedAt && <Badge tone="ok">公表済み</Badge>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A new survey: name, period, and how people are chosen. */
export const newSurveyPage = page('/staff/surveys/new', {
  audience: 'staff',
  async show(context) {
    return newScreen(context, { designKind: 'stratified' }, {})
  },
  async submit(context, _visit, form) {
    const read = readForm(surveyForm, form)
    if (read.problems) return { ...newScreen(context, read.entered, read.problems), status: 422 }
    const surveyId = await addSurvey(context, read.values)
    return { seeOther: `${surveyAddress(surveyId, '/questionnaire')}?notice=added` }
  },
})

function newScreen(context: Context, entered: Entered, problems: Problems): Screen {
  const mayDesign = mayDo(context.actor, permissions, 'design-survey')
  return {
    title: '調査をつくる',
    crumbs: [{ label: '市民意向調査', href: '/staff/surveys' }],
    body: (
      <>
        <FormHead problems={problems} />
        <h1>調査をつくる</h1>
        {mayDesign ? (
          <form method="post" class="sb-form l-gap" action="#error-summary">
            <SurveyFields entered={entered} problems={problems} />
            <button class="dads-button" type="submit">
              つくって、調査票へ進む
            </button>
          </form>
        ) : (
          <p>調査をつくるのは、企画（事務局）です。</p>
        )}
      </>
    ),
  }
}
