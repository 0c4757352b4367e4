import type { Context } from '#src/platform/context.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { AboutScreen, EmptyState } from '#src/ui/parts.tsx'
import { questionsOf } from '../core/questionnaire/edit-questionnaire.ts'
import { portfolioOf } from '../core/results/portfolio-result.ts'
import { bannersOf, countablesOf, crossCountable, tabulateCountable } from '../core/results/result-tables.ts'
import { isWeighted } from '../core/results/survey-work.ts'
import type { Survey } from '../core/survey.ts'
import { resultsOf, type SurveyResults } from '../store/survey-results.ts'
import { CrossView } from './parts/cross-view.tsx'
import { Downloads, PortfolioTable, ResultTableView, Stamp } from './parts/result-view.tsx'
import { SurveyTabs, surveyAddress, surveyHead } from './parts/staff-frame.tsx'

/** 単純集計: every question with its base, weighted where the sample is. */
export const resultsPage = page('/staff/surveys/:surveyId/results', {
  audience: 'staff',
  async show(context, { params }) {
    const { survey, results } = await resultsOf(context, params.surveyId)
    return frame(context, survey, {
      title: '集計',
      body: results ? <Tables survey={survey} results={results} /> : <NoAnswers />,
    })
  },
})

/** クロス集計: one question by what is known of everybody, or by another question. */
export const crossPage = page('/staff/surveys/:surveyId/results/cross', {
  audience: 'staff',
  async show(context, { params, url }) {
    const { survey, results } = await resultsOf(context, params.surveyId)
    if (!results) return frame(context, survey, { title: 'クロス集計', body: <NoAnswers /> })
    const { dataset, work } = results
    const rows = countablesOf(dataset.questionnaire).filter(({ kind }) => kind !== 'number')
    const banners = bannersOf(survey.strata.variables, dataset.questionnaire)
    const row = rows.find(({ column }) => column === url.searchParams.get('row')) ?? rows[0]
    const banner = banners.find(({ value }) => value === url.searchParams.get('banner')) ?? banners[0]
    const crossed =
      row && banner && row.column !== banner.value
        ? crossCountable(work, row.column, [banner.value])
        : undefined
    return frame(context, survey, {
      title: 'クロス集計',
      body: (
        <CrossView
          {...{ rows, banners, row, banner, crossed, survey }}
          isWeighted={isWeighted(work)}
          hash={results.hash}
        />
      ),
    })
  },
})

function frame(context: Context, survey: Survey, { title, body }: Pick<Screen, 'title' | 'body'>): Screen {
  const isCross = title === 'クロス集計'
  return {
    ...surveyHead(survey, context.now),
    title,
    body: (
      <>
        <h1>{title}</h1>
        <SurveyTabs actor={context.actor} survey={survey} current="/results" />
        <p class="l-cluster l-cluster--wide l-gap">
          {isCross ? (
            <a href={surveyAddress(survey.id, '/results')}>単純集計</a>
          ) : (
            <a href={surveyAddress(survey.id, '/results/cross')}>クロス集計</a>
          )}
        </p>
        {body}
        <AboutScreen>
          <p>
            割合の分母は、その設問を聞かれた人（無回答を含み、非該当を除く）です。回答が30件に満たないものは「参考値」です。重みは、層の人口÷回答数です。
          </p>
          <p>幅は95％の信頼区間（標本抽出による誤差だけ）です。答えない人がいることの偏りは含みません。</p>
        </AboutScreen>
      </>
    ),
  }
}

const NoAnswers = () => (
  <EmptyState title="まだ集計できる回答がありません。">
    <p>同じ層の回答が20件そろうか、締切を確定すると、集計できるようになります。</p>
  </EmptyState>
)

function Tables({ survey, results }: { survey: Survey; results: SurveyResults }) {
  const { work, dataset, notes } = results
  const tables = countablesOf(dataset.questionnaire).map((countable) => tabulateCountable(work, countable))
  const weighted = isWeighted(work)
  const duals = questionsOf(dataset.questionnaire).filter(({ type }) => type === 'matrix-dual')
  return (
    <>
      <Stamp results={results} isWeighted={weighted} survey={survey} notes={notes} />
      <Downloads survey={survey} />
      {duals.map((question) => (
        <PortfolioTable key={question.code} question={question} lines={portfolioOf(work, question)} />
      ))}
      {tables.map((table) => (
        <ResultTableView key={table.column} table={table} isWeighted={weighted} />
      ))}
    </>
  )
}
