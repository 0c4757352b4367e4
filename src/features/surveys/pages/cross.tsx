import { page } from '#src/platform/page.ts'
import { crossStamp } from '../core/report/make-stamp.ts'
import { crossFigure } from '../core/results/cross-figure.ts'
import { bannersOf } from '../core/results/cross-table.ts'
import { countablesOf } from '../core/results/result-tables.ts'
import { resultsOf } from '../store/survey-results.ts'
import { CrossView } from './parts/cross-view.tsx'
import { NoAnswers, resultFrame } from './parts/result-frame.tsx'

/** クロス集計: one question by what is known of everybody, or by another question. */
export const crossPage = page('/staff/surveys/:surveyId/results/cross', {
  audience: 'staff',
  async show(context, { params, url }) {
    const { survey, results } = await resultsOf(context, params.surveyId)
    const head = { survey, title: 'クロス集計', current: '/results/cross' } as const
    if (!results) return resultFrame(context, { ...head, body: <NoAnswers /> })
    const { dataset, work } = results
    const rows = countablesOf(dataset.questionnaire).filter(({ kind }) => kind !== 'number')
    const banners = bannersOf(survey.strata.variables, dataset.questionnaire)
    const row = rows.find(({ column }) => column === url.searchParams.get('row')) ?? rows[0]
    const banner = banners.find(({ value }) => value === url.searchParams.get('banner')) ?? banners[0]
    const figure = row && banner && row.column !== banner.value ? crossFigure(work, row, banner) : undefined
    const stamp =
      row && banner && figure
        ? crossStamp(results, {
            countable: row,
            banner: banner.label,
            n: figure.crossed.columns.at(-1)?.base ?? 0,
            notApplicable: figure.notApplicable,
            test: figure.test,
          })
        : undefined
    return resultFrame(context, {
      ...head,
      body: <CrossView {...{ rows, banners, row, banner, figure, stamp, survey }} />,
    })
  },
})
