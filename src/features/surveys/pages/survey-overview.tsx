import { eraDayDual, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { enteredIn, type Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { AboutScreen, Banner, Section } from '#src/ui/parts.tsx'
import { designLabels, modeLabels } from '../core/labels.ts'
import { permissions } from '../core/permissions.ts'
import { collectionPhase, type Survey } from '../core/survey.ts'
import { countReturned } from '../store/commands/fieldwork.ts'
import { purgeInvitations } from '../store/commands/invitations.ts'
import { closeSurvey, endPeriodNow, openSurvey } from '../store/commands/surveys.ts'
import { countWaiting, getSurvey } from '../store/queries.ts'
import { responsesOf } from '../store/survey-results.ts'
import { FormHead } from './parts/form-head.tsx'
import { ResponseView } from './parts/response-view.tsx'
import { SurveyTabs, surveyAddress, surveyHead } from './parts/staff-frame.tsx'

/** 概要: where the survey stands, what can be done next, and how many have answered. */
export const surveyOverviewPage = page('/staff/surveys/:surveyId', {
  audience: 'staff',
  async show(context, { params, url }) {
    return screen(context, params.surveyId, { url })
  },
  async submit(context, { params: { surveyId }, auth, url }, form) {
    const entered = enteredIn(form)
    const { act } = entered
    if (act === 'returned') {
      const typed = (entered['count'] ?? '').normalize('NFKC').replace('−', '-').trim()
      const problems = await countedProblem(context, surveyId, { kind: entered['kind'] ?? '', typed })
      if (problems) return { ...(await screen(context, surveyId, { url, entered, problems })), status: 422 }
    } else if (act === 'open') await openSurvey(context, { surveyId })
    else if (act === 'end') await endPeriodNow(context, { surveyId })
    else if (act === 'close') await closeSurvey(context, { surveyId, secret: auth.secret })
    else if (act === 'purge') await purgeInvitations(context, { surveyId })
    else throw new Refusal('conflict', 'この操作はできません')
    return { seeOther: `${surveyAddress(surveyId)}?notice=saved` }
  },
})

/** Counts what came back, or says why it cannot be counted. */
async function countedProblem(
  context: Context,
  surveyId: string,
  { kind, typed }: { kind: string; typed: string },
): Promise<Problems | undefined> {
  if (!/^-?\d{1,6}$/.test(typed) || Number(typed) === 0)
    return { count: '加える数を、0でない整数で入力してください' }
  const counting = { surveyId, kind: kind === 'blank' ? ('blank' as const) : ('undeliverable' as const) }
  try {
    await countReturned(context, { ...counting, count: Number(typed) })
    return undefined
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'conflict') return { count: error.message }
    throw error
  }
}

type State = { url: URL; entered?: Record<string, string>; problems?: Problems }

async function screen(
  context: Context,
  surveyId: string,
  { url, entered = {}, problems = {} }: State,
): Promise<Screen> {
  const survey = await getSurvey(context, surveyId)
  const statistics = await responsesOf(context, survey)
  const waiting = await countWaiting(context, survey.id)
  const mayDesign = mayDo(context.actor, permissions, 'design-survey') && survey.state !== 'closed'
  return {
    facts: surveyHead(survey, context.now).facts ?? [],
    crumbs: [{ label: '市民意向調査', href: '/staff/surveys' }],
    title: survey.title,
    body: (
      <>
        <FormHead problems={problems} />
        <div class="sb-title">
          <h1>{survey.title}</h1>
          {mayDesign && (
            <a class="dads-button dads-button--secondary" href={surveyAddress(survey.id, '/settings')}>
              設定を直す
            </a>
          )}
        </div>
        <SurveyTabs actor={context.actor} survey={survey} current="" />
        <ImportOutcome query={url.searchParams} />
        <NextSteps survey={survey} context={context} />
        {survey.state !== 'draft' && (
          <ResponseView
            {...{ statistics, waiting, entered, problems }}
            mayCount={survey.state === 'open' && mayDo(context.actor, permissions, 'key-in-answers')}
          />
        )}
        <Facts survey={survey} />
        <AboutScreen>
          <p>
            回答は、同じ層の20人分がそろうまで封をして受付箱に置き、順番を混ぜて移します。締切を確定すると、残りもすべて混ぜて移し、だれの回答かを示すものは残りません。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

/** How a file went: what was counted and what was not, in numbers only. */
function ImportOutcome({ query }: { query: URLSearchParams }) {
  const count = (name: string) => Number(query.get(name)) || 0
  if (query.get('notice') !== 'imported' || !query.has('taken')) return null
  return (
    <Banner title={`ファイルの回答を${count('taken').toLocaleString('ja')}件、数に入れました。`}>
      <p>
        すでに回答のあるコードで数に入れなかったもの：{count('kept-out')}件。前に取り込んだ番号：
        {count('again')}件。
      </p>
    </Banner>
  )
}

type StepsProps = { survey: Survey; context: Context }

function NextSteps({ survey, context }: StepsProps) {
  const phase = collectionPhase(survey, context.now)
  const may = (action: keyof typeof permissions) => mayDo(context.actor, permissions, action)
  return (
    <Section id="next" title="次にすること">
      <div class="l-flow">
        {phase === 'not-open' && (
          <>
            <p>
              調査票をつくり、標本を抽出して手紙を送ったら、調査を始めます。始めると、調査票は直せなくなります（新しい版はつくれます）。
            </p>
            {may('open-survey') && <ActButton act="open" label="調査を始める" />}
          </>
        )}
        {phase === 'not-yet' && <p>{eraDayDual(survey.startsOn)}から、回答画面で受け付けます。</p>}
        {phase === 'open' && (
          <>
            <p>
              回答画面：<a href={`/surveys/${survey.id}/answer`}>/surveys/{survey.id}/answer</a>
            </p>
            {may('close-survey') && (
              <ActButton
                act="end"
                label="いま受付を終える"
                isSecondary
                note="入力中の方は、あと60分送れます。"
              />
            )}
          </>
        )}
        {phase === 'grace' && <p>受付を終えました。入力中の方の分を、あと60分まで受け付けています。</p>}
        {phase === 'over' && survey.state === 'open' && may('close-survey') && (
          <ActButton
            act="close"
            label="締切を確定する"
            note="紙の入力と取り込みがすべて済んでから確定します。途中のまま送られなかった回答は消え、もう戻せません。"
          />
        )}
        {survey.state === 'closed' && (
          <>
            <p>
              <a href={surveyAddress(survey.id, '/results')}>集計を見る</a>
            </p>
            {!survey.purgedAt && may('purge-invitations') && (
              <ActButton
                act="purge"
                label="案内の名簿を消す"
                isSecondary
                note="宛名番号と、答えたかどうかの名簿を消します。抽出の記録（人数）は残ります。"
              />
            )}
            {survey.purgedAt && (
              <p>案内の名簿は、{eraDayDual(tokyoDay(new Date(survey.purgedAt)))}に消しました。</p>
            )}
          </>
        )}
      </div>
    </Section>
  )
}

type ActProps = { act: string; label: string; note?: string; isSecondary?: boolean }

function ActButton({ act, label, note, isSecondary = false }: ActProps) {
  return (
    <form method="post" class="l-flow">
      {note && <p>{note}</p>}
      <button
        class={isSecondary ? 'dads-button dads-button--secondary' : 'dads-button'}
        name="act"
        value={act}
        type="submit"
      >
        {label}
      </button>
    </form>
  )
}

function Facts({ survey }: { survey: Survey }) {
  const { universe, designKind, strata, sampling, introduction } = survey
  return (
    <Section id="facts" title="調査の概要">
      <dl class="dads-description-list">
        <div>
          <dt>対象</dt>
          <dd>{universe || '（まだ書いていません）'}</dd>
        </div>
        <div>
          <dt>抽出の方法</dt>
          <dd>
            {designLabels[designKind]}
            {strata.cells.length > 0 && `（${strata.variables.join('×')}、${strata.cells.length}層）`}
          </dd>
        </div>
        <div>
          <dt>標本</dt>
          <dd>
            {sampling
              ? `${sampling.sizes.reduce((sum, { drawn }) => sum + drawn, 0).toLocaleString('ja')}人（名簿${sampling.frameCount.toLocaleString('ja')}人から${eraDayDual(sampling.drawnOn)}に抽出、種「${sampling.seed}」）`
              : 'まだ抽出していません'}
          </dd>
        </div>
        <div>
          <dt>案内の名簿</dt>
          <dd>
            {survey.purgedAt
              ? `${eraDayDual(tokyoDay(new Date(survey.purgedAt)))}に消しました`
              : survey.purgeOn
                ? `締切を確定したあと、${eraDayDual(survey.purgeOn)}に自動で消えます`
                : '締切を確定したあと、人が消します'}
            {survey.listGround && `（使う根拠：${survey.listGround}）`}
          </dd>
        </div>
        <div>
          <dt>受け方</dt>
          <dd>{Object.values(modeLabels).join('・')}</dd>
        </div>
        <div>
          <dt>回答する方への説明</dt>
          <dd class="sb-prewrap">{introduction || '（まだ書いていません）'}</dd>
        </div>
      </dl>
    </Section>
  )
}
