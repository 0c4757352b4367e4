import { page } from '#src/platform/page.ts'
import { simpleStamp } from '../core/report/make-stamp.ts'
import { countablesOf, tabulateCountable } from '../core/results/result-tables.ts'
import { isWeighted } from '../core/results/survey-work.ts'
import type { Survey } from '../core/survey.ts'
import { resultsOf, type SurveyResults } from '../store/survey-results.ts'
import { NoAnswers, resultFrame } from './parts/result-frame.tsx'
import { ResultTableView, Stamp } from './parts/result-view.tsx'

/** 単純集計: every question with its base, weighted where the sample is. */
export const resultsPage = page('/staff/surveys/:surveyId/results', {
  audience: 'staff',
  async show(context, { params }) {
    const { survey, results } = await resultsOf(context, params.surveyId)
    return resultFrame(context, {
      survey,
      title: '集計',
      current: '/results',
      body: results ? <Tables survey={survey} results={results} /> : <NoAnswers />,
    })
  },
})

function Tables({ survey, results }: { survey: Survey; results: SurveyResults }) {
  const { work, dataset, notes } = results
  const tables = countablesOf(dataset.questionnaire).map((countable) => tabulateCountable(work, countable))
  const weighted = isWeighted(work)
  return (
    <>
      <Stamp results={results} isWeighted={weighted} survey={survey} notes={notes} />
      {tables.map((table) => (
        <ResultTableView
          key={table.column}
          table={table}
          isWeighted={weighted}
          stamp={simpleStamp(results, table)}
        />
      ))}
    </>
  )
}
