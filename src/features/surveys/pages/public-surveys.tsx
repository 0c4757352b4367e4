import { findLedTo } from '#src/features/publication/store/queries/led-to.ts'
import { LedToView } from '#src/features/publication/views/led-to.tsx'
import { eraDayDual } from '#src/lib/japanese/fiscal-year.ts'
import { page } from '#src/platform/page.ts'
import { Badge } from '#src/ui/parts.tsx'
import { collectionPhase } from '../core/survey.ts'
import { findPublication, getPublicSurvey, listPublicSurveys } from '../store/queries.ts'
import { PublishedResults } from './parts/published-view.tsx'

/** 市民意向調査 for everybody: those that take answers now, and the results of those that are published. */
export const publicSurveysPage = page('/surveys', {
  audience: 'public',
  async show(context) {
    const surveys = await listPublicSurveys(context)
    return {
      title: '市民意向調査',
      crumbs: [{ label: '総合計画', href: '/' }],
      body: (
        <>
          <h1>市民意向調査</h1>
          <p class="l-measure l-gap">
            市民のみなさんの考えをうかがう調査です。集計した結果は、ここで公表します。
          </p>
          {surveys.length === 0 && <p class="l-gap">いま公表している調査はありません。</p>}
          <ul class="sb-rows l-gap">
            {surveys.map((survey) => (
              <li key={survey.id}>
                <p class="sb-rows__title">
                  <a href={`/surveys/${survey.id}`}>{survey.title}</a>
                </p>
                <p>
                  {eraDayDual(survey.startsOn)}〜{eraDayDual(survey.endsOn)}{' '}
                  {survey.publishedAt ? (
                    <Badge tone="ok">結果を公表</Badge>
                  ) : (
                    <Badge tone="info">{phaseWords[collectionPhase(survey, context.now)]}</Badge>
                  )}
                </p>
              </li>
            ))}
          </ul>
        </>
      ),
    }
  },
})

const phaseWords = {
  'not-open': '準備中',
  'not-yet': 'まもなく始まります',
  open: '回答を受け付けています',
  grace: '受付は終わりました',
  over: '受付は終わりました',
} as const

/** One survey for everybody: what it asks about, where to answer, and the results once they are published. */
export const publicSurveyPage = page('/surveys/:surveyId', {
  audience: 'public',
  async show(context, { params }) {
    const survey = await getPublicSurvey(context, params.surveyId)
    const publication = await findPublication(context, params.surveyId)
    const phase = collectionPhase(survey, context.now)
    const ledTo = await findLedTo(context, survey.id)
    return {
      title: survey.title,
      crumbs: [
        { label: '総合計画', href: '/' },
        { label: '市民意向調査', href: '/surveys' },
      ],
      body: (
        <>
          <h1>{survey.title}</h1>
          {survey.introduction && <p class="sb-prewrap l-measure l-gap">{survey.introduction}</p>}
          {phase === 'open' && (
            <p class="l-gap">
              <a class="dads-button" href={`/surveys/${survey.id}/answer`}>
                回答コードを入力して答える
              </a>
            </p>
          )}
          {publication ? (
            <>
              <PublishedResults publication={publication} base={`/surveys/${survey.id}`} />
              <LedToView ledTo={ledTo} />
            </>
          ) : (
            <p class="l-gap">{phaseWords[phase]}。結果は、集計が終わりしだい公表します。</p>
          )}
        </>
      ),
    }
  },
})
