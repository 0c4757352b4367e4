import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { Banner } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { readJudgements } from '../core/results/read-judgements.ts'
import { waveItems } from '../core/results/wave-items.ts'
import { listSurveys } from '../store/queries.ts'
import { resultsOf } from '../store/survey-results.ts'
import { comparisonOf } from '../store/wave-results.ts'
import { compareWithEarlier, findWaves } from '../store/waves.ts'
import { FormHead } from './parts/form-head.tsx'
import { NoAnswers, resultFrame } from './parts/result-frame.tsx'
import { surveyAddress } from './parts/staff-frame.tsx'
import { WavesView } from './parts/waves-view.tsx'

/** 経年比較: this survey against an earlier one, with what can be compared judged by a person. */
export const wavesPage = page('/staff/surveys/:surveyId/results/waves', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.surveyId, {}),
  async submit(context, { params: { surveyId } }, form) {
    authorize(context, permissions, 'compare-surveys')
    const entered = enteredIn(form)
    const { earlierId = '', revision: typed } = entered
    if (earlierId === '') {
      const problems = { earlierId: '前回の調査を選んでください' }
      return { ...(await screen(context, surveyId, { problems, entered })), status: 422 }
    }
    const { results } = await resultsOf(context, surveyId)
    const { results: before } = await resultsOf(context, earlierId)
    const items = results && before ? waveItems(before.dataset, results.dataset) : []
    const kept = await findWaves(context, surveyId)
    const isOther = kept?.earlierId !== earlierId
    const read = isOther ? { judgements: {}, problems: {} } : readJudgements(items, entered)
    if (Object.keys(read.problems).length > 0)
      return { ...(await screen(context, surveyId, { problems: read.problems, entered })), status: 422 }
    const { judgements } = read
    const saving = compareWithEarlier(context, { surveyId, earlierId, judgements, revision: Number(typed) })
    if ((await unlessStale(saving)).isStale)
      return { ...(await screen(context, surveyId, { entered, isStale: true })), status: 409 }
    return { seeOther: `${surveyAddress(surveyId, '/results/waves')}?notice=saved` }
  },
})

type State = { problems?: Problems; entered?: Entered; isStale?: boolean }

async function screen(
  context: Context,
  surveyId: string,
  { problems = {}, entered = {}, isStale = false }: State,
): Promise<Screen> {
  const { survey, results } = await resultsOf(context, surveyId)
  const comparison = results ? await comparisonOf(context, { survey, results }) : undefined
  const others = (await listSurveys(context)).filter(({ id, state }) => id !== surveyId && state === 'closed')
  return resultFrame(context, {
    survey,
    title: '経年比較',
    current: '/results/waves',
    body: (
      <>
        <FormHead problems={problems}>
          {isStale && (
            <Banner
              tone="warn"
              title="ほかの人が先に保存しました。あなたの入力は下に残っています。内容を確かめて、もう一度保存してください。"
            />
          )}
        </FormHead>
        {results ? (
          <WavesView
            comparison={comparison}
            others={others}
            revision={(await findWaves(context, surveyId))?.revision ?? 0}
            mayJudge={mayDo(context.actor, permissions, 'compare-surveys')}
            entered={entered}
            problems={problems}
          />
        ) : (
          <NoAnswers />
        )}
      </>
    ),
    about: (
      <p>
        ▲▼は、項目全体で調整した検定（ホルムの方法）で、5％の水準で差があるものだけに付けます。2つの調査の幅が重なるかどうかでは決めません。
      </p>
    ),
  })
}
