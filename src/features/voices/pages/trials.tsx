import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { enteredIn, entriesOf } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { ProblemSummary, TextField } from '#src/ui/field.tsx'
import { AboutScreen, EmptyState, Section } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { trialState } from '../core/trial.ts'
import { codeInTrial, startTrial } from '../store/commands/trials.ts'
import { listCodes } from '../store/queries/sorting.ts'
import { getTrial, listTrialCodings, listTrials } from '../store/queries/trials.ts'
import { listHeard } from '../store/queries/voices.ts'
import { AgreementView, CodingForm, TrialProgress } from './parts/trial-view.tsx'
import { VoiceTabs, voicesCrumb } from './parts/voice-tabs.tsx'

/** 二人の分類: draws opinions that two people code without seeing each other's codes. */
export const trialsPage = page('/staff/voices/trials', {
  audience: 'staff',
  show: (context) => listScreen(context, {}),
  async submit(context, _visit, form) {
    authorize(context, permissions, 'edit-codes')
    const title = (enteredIn(form)['title'] ?? '').trim()
    if (title === '' || title.length > 60)
      return { ...(await listScreen(context, { title: '名前を、60字以内で書いてください' })), status: 422 }
    const trialId = await startTrial(context, { title })
    return { seeOther: `/staff/voices/trials/${trialId}` }
  },
})

async function listScreen(context: Context, problems: Record<string, string>): Promise<Screen> {
  authorize(context, permissions, 'sort-voices')
  const trials = await listTrials(context)
  return {
    title: '二人の分類',
    crumbs: [voicesCrumb],
    body: (
      <>
        <ProblemSummary problems={problems} />
        <div class="sb-title">
          <h1>二人の分類</h1>
        </div>
        <VoiceTabs actor={context.actor} current="/staff/voices/trials" />
        {trials.length === 0 && (
          <div class="l-gap">
            <EmptyState title="まだありません。">
              <p>同じ意見を2人が別々に分類して、どれだけ一致するか（κ）を確かめます。</p>
            </EmptyState>
          </div>
        )}
        <ul class="sb-rows l-gap">
          {trials.map(({ id, title, drawn }) => (
            <li key={id}>
              <p class="sb-rows__when">{drawn.length}件</p>
              <p>
                <a href={`/staff/voices/trials/${id}`}>{title}</a>
              </p>
            </li>
          ))}
        </ul>
        {mayDo(context.actor, permissions, 'edit-codes') && (
          <Section id="start" title="始める">
            <form method="post" class="sb-form">
              <TextField
                name="title"
                label="名前"
                support="例：第1回 分類の確認"
                problem={problems['title']}
                width="mid"
                required
              />
              <button class="dads-button" type="submit">
                意見を選んで始める
              </button>
            </form>
          </Section>
        )}
        <AboutScreen>
          <p>
            意見の15％（少なくとも100件。100件に満たなければ全部）を、くじで選びます。2人とも終わるまで、相手の分類は見えません。一致しなかった意見は、分類の名前や規則を直すための材料です。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

/** One trial: the next opinion for a coder, or the agreement when both are done. */
export const trialPage = page('/staff/voices/trials/:trialId', {
  audience: 'staff',
  show: (context, { params }) => trialScreen(context, params.trialId),
  async submit(context, { params: { trialId } }, form) {
    const { opinionId = '' } = enteredIn(form)
    await codeInTrial(context, { trialId, opinionId, codeIds: entriesOf(form, 'code') })
    return { seeOther: `/staff/voices/trials/${trialId}` }
  },
})

async function trialScreen(context: Context, trialId: string): Promise<Screen> {
  authorize(context, permissions, 'sort-voices')
  const trial = await getTrial(context, trialId)
  const [all, codings, codes] = await Promise.all([
    listHeard(context),
    listTrialCodings(context, trialId),
    listCodes(context),
  ])
  const heard = new Map(all.map((one) => [one.id, one]))
  const drawn = trial.drawn.filter((id) => heard.has(id))
  const state = trialState(drawn, codings)
  const own = new Set(
    codings.filter(({ coder }) => coder === context.actor.id).map(({ opinionId }) => opinionId),
  )
  const isCoder = own.size > 0 || state.coders.length < 2
  const next = isCoder ? heard.get(drawn.find((id) => !own.has(id)) ?? '') : undefined
  return {
    title: trial.title,
    crumbs: [voicesCrumb, { label: '二人の分類', href: '/staff/voices/trials' }],
    body: (
      <>
        <h1>{trial.title}</h1>
        <TrialProgress state={state} total={drawn.length} me={context.actor.id} />
        {next && (
          <CodingForm
            opinion={next}
            codes={codes.filter(({ isRetired }) => !isRetired)}
            place={{ at: own.size + 1, of: drawn.length }}
          />
        )}
        {state.agreement && (
          <AgreementView agreement={state.agreement} codes={codes} heard={heard} units={drawn.length} />
        )}
      </>
    ),
  }
}
