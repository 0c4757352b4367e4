import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, unlessStale } from '#src/platform/errors.ts'
import { enteredIn } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { AboutScreen, Banner, EmptyState } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { publicationOf } from '../core/results/publish-results.ts'
import { publishResults, withdrawResults } from '../store/commands/publication.ts'
import { responsesOf, resultsOf } from '../store/survey-results.ts'
import { wavesToPublish } from '../store/wave-results.ts'
import { PublishedQuestion } from './parts/published-question.tsx'
import { PublishedResults } from './parts/published-view.tsx'
import { SurveyTabs, surveyAddress, surveyHead } from './parts/staff-frame.tsx'

/** 公表: exactly what everybody will read, small cells hidden, before it is published. */
export const publicationPage = page('/staff/surveys/:surveyId/publication', {
  audience: 'staff',
  async show(context, { params }) {
    authorize(context, permissions, 'publish-survey')
    return screen(context, params.surveyId, false)
  },
  async submit(context, { params: { surveyId } }, form) {
    authorize(context, permissions, 'publish-survey')
    const { act, revision: typed } = enteredIn(form)
    const revision = Number(typed)
    const outcome = await unlessStale(
      act === 'withdraw'
        ? withdrawResults(context, { surveyId, revision })
        : publish(context, surveyId, revision),
    )
    if (outcome.isStale) return { ...(await screen(context, surveyId, true)), status: 409 }
    const notice = act === 'withdraw' ? 'withdrawn' : 'published'
    return { seeOther: `${surveyAddress(surveyId, '/publication')}?notice=${notice}` }
  },
})

async function publish(context: Context, surveyId: string, revision: number) {
  const made = await madeFrom(context, surveyId)
  if (!made.publication) throw new Refusal('conflict', '公表できる回答がありません')
  await publishResults(context, { surveyId, revision, publication: made.publication })
}

/** The publication as it would be now. */
async function madeFrom(context: Context, surveyId: string) {
  const { survey, results } = await resultsOf(context, surveyId)
  if (!results || survey.state !== 'closed') return { survey, publication: undefined }
  const { whole } = await responsesOf(context, survey)
  const { dataset, notes, hash } = results
  const waves = await wavesToPublish(context, { survey, results })
  const publication = publicationOf({ survey, dataset, notes, dataHash: hash, sent: whole.sent, waves })
  return { survey, publication }
}

async function screen(context: Context, surveyId: string, isStale: boolean): Promise<Screen> {
  const { survey, publication } = await madeFrom(context, surveyId)
  return {
    ...surveyHead(survey, context.now),
    title: '公表',
    body: (
      <>
        {isStale && (
          <Banner tone="warn" title="ほかの人が先に保存しました。内容を確かめて、もう一度押してください。" />
        )}
        <h1>公表</h1>
        <SurveyTabs actor={context.actor} survey={survey} current="/publication" />
        {survey.publishedAt && (
          <p class="l-gap">
            公表しています：<a href={`/surveys/${survey.id}`}>公開ページ</a>
          </p>
        )}
        {publication ? (
          <>
            <form method="post" class="l-cluster l-gap">
              <input type="hidden" name="revision" value={survey.revision} />
              <button class="dads-button" name="act" value="publish" type="submit">
                {survey.publishedAt ? 'この内容で公表し直す' : 'この内容で公表する'}
              </button>
              {survey.publishedAt && (
                <button class="dads-button dads-button--secondary" name="act" value="withdraw" type="submit">
                  公表を取り下げる
                </button>
              )}
            </form>
            <PublishedResults publication={publication} base={`/surveys/${survey.id}`} />
            {publication.tables.map((table) => (
              <PublishedQuestion key={table.key} publication={publication} table={table} cited={[]} />
            ))}
          </>
        ) : (
          <EmptyState title="まだ公表できません。">
            <p>締切を確定すると、公表する内容をここで確かめられます。</p>
          </EmptyState>
        )}
        <AboutScreen>
          <p>
            5件に満たない数は「X」にします。ほかの数から引き算で分かる数も、合わせて「X」にします。10人に満たない列の割合は出しません。
          </p>
          <p>公表したときの表を、そのまま保管します。あとで設定を直しても、公表した表は変わりません。</p>
          <p>
            前回の調査との比較は、「経年比較」で選んだ調査も公表しているときに、両方で公表した項目だけを載せます。
          </p>
        </AboutScreen>
      </>
    ),
  }
}
