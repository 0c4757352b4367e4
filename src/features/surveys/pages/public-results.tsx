import { findLedTo } from '#src/features/publication/store/queries/led-to.ts'
import { canonicalJson } from '#src/formats/canonical-json.ts'
import { writeCsv } from '#src/lib/csv/csv.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { type Download, page } from '#src/platform/page.ts'
import { publicationRows, publishedTitle } from '../core/results/published-figures.ts'
import { findPublication, getPublicSurvey } from '../store/queries.ts'
import { CitedCells, citedCells } from './parts/cited-cells.tsx'
import { PublishedQuestion } from './parts/published-question.tsx'

async function publicationOf(context: Context, surveyId: string) {
  const survey = await getPublicSurvey(context, surveyId)
  return { survey, publication: found(await findPublication(context, surveyId), '公表した集計') }
}

/** One question of the published results. */
export const publicQuestionPage = page('/surveys/:surveyId/results/:code', {
  audience: 'public',
  async show(context, { params }) {
    const { survey, publication } = await publicationOf(context, params.surveyId)
    const { tables } = publication
    const at = tables.findIndex(({ key }) => key === params.code)
    const table = found(tables[at], '設問')
    const next = tables[at + 1]
    const before = tables[at - 1]
    const ledTo = await findLedTo(context, survey.id, table.key)
    const cited = citedCells(table, ledTo)
    return {
      title: publishedTitle(table),
      isInvented: survey.title.includes('架空'),
      crumbs: [
        { label: '総合計画', href: '/' },
        { label: '市民意向調査', href: '/surveys' },
        { label: survey.title, href: `/surveys/${survey.id}` },
      ],
      body: (
        <>
          <h1>{publishedTitle(table)}</h1>
          <PublishedQuestion publication={publication} table={table} cited={cited} />
          <CitedCells cited={cited} ledTo={ledTo} />
          <nav class="l-cluster l-cluster--wide l-gap" aria-label="ほかの設問">
            {before && (
              <a href={`/surveys/${survey.id}/results/${before.key}`}>前：{publishedTitle(before)}</a>
            )}
            {next && <a href={`/surveys/${survey.id}/results/${next.key}`}>次：{publishedTitle(next)}</a>}
          </nav>
        </>
      ),
    }
  },
})

/** Every published table as open data. */
export const publicResultFiles = [
  page('/surveys/:surveyId/results.csv', {
    audience: 'public',
    async show(context, { params }): Promise<Download> {
      const { survey, publication } = await publicationOf(context, params.surveyId)
      const file = writeCsv(publicationRows(publication))
      return { file, contentType: 'text/csv; charset=utf-8', fileName: `${survey.title}-結果.csv` }
    },
  }),
  page('/surveys/:surveyId/results.json', {
    audience: 'public',
    async show(context, { params }): Promise<Download> {
      const { survey, publication } = await publicationOf(context, params.surveyId)
      const file = canonicalJson(publication)
      return { file, contentType: 'application/json', fileName: `${survey.title}-結果.json` }
    },
  }),
]
