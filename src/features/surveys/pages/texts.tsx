import { authorize } from '#src/platform/authorize.ts'
import { page } from '#src/platform/page.ts'
import { permissions } from '../core/permissions.ts'
import { questionsOf } from '../core/questionnaire/edit-questionnaire.ts'
import { foundTexts } from '../core/results/find-texts.ts'
import { getSurvey, listFreeTexts, listPublishedQuestionnaires } from '../store/queries.ts'
import { resultFrame } from './parts/result-frame.tsx'
import { TextsView } from './parts/texts-view.tsx'

/** 自由記述: the long free texts of a survey, which stand apart from the other answers; to read and to search. */
export const textsPage = page('/staff/surveys/:surveyId/results/texts', {
  audience: 'staff',
  async show(context, { params: { surveyId }, url }) {
    authorize(context, permissions, 'export-answers')
    const survey = await getSurvey(context, surveyId)
    const all = await listFreeTexts(context, { surveyId })
    const search = {
      words: (url.searchParams.get('words') ?? '').slice(0, 200),
      column: url.searchParams.get('column') ?? '',
    }
    const published = await listPublishedQuestionnaires(context, surveyId)
    const questions = new Map(
      published
        .flatMap(({ questionnaire }) => questionsOf(questionnaire))
        .flatMap(({ number, text, items }) => items.map(({ column }) => [column, `${number} ${text}`])),
    )
    const columns = [...new Set(all.map(({ column }) => column))]
    return resultFrame(context, {
      survey,
      title: '自由記述',
      current: '/results/texts',
      body: (
        <TextsView
          survey={survey}
          all={all.length}
          found={foundTexts(all, search)}
          search={search}
          pageNumber={Math.max(1, Math.floor(Number(url.searchParams.get('page'))) || 1)}
          questions={columns.map((column) => ({ value: column, label: questions.get(column) ?? column }))}
        />
      ),
      about: (
        <p>
          長い自由記述は、ほかの答えとは別に保管しています。1人の答え全体と結びつけることはできません。名前など、人が分かる言葉が入っていることがあるので、ここから出したファイルは、そのまま公開しないでください。
        </p>
      ),
    })
  },
})
