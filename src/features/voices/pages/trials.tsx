import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { enteredIn, entriesOf } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import { ProblemSummary, SelectField, TextField } from '#src/ui/field.tsx'
import { AboutScreen, EmptyState, Section } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { coderCounts, trialState } from '../core/trial.ts'
import { codeInTrial, endTrial, startTrial } from '../store/commands/trials.ts'
import { listCodes } from '../store/queries/sorting.ts'
import { getTrial, listTrialCodings, listTrials } from '../store/queries/trials.ts'
import { listHeard } from '../store/queries/voices.ts'
import { ManyCodersView } from './parts/many-coders-view.tsx'
import { AgreementView, CodingForm, EndTrial, TrialProgress } from './parts/trial-view.tsx'
import { VoiceTabs, voicesCrumb } from './parts/voice-tabs.tsx'

/** 分類の一致: draws opinions that several people code without seeing each other's codes. */
export const trialsPage = page('/staff/voices/trials', {
  audience: 'staff',
  show: (context) => listScreen(context, {}),
  async submit(context, _visit, form) {
    authorize(context, permissions, 'edit-codes')
    const entered = enteredIn(form)
    const title = (entered['title'] ?? '').trim()
    const coderCount = coderCounts.find((count) => String(count) === entered['coderCount']) ?? 2
    if (title === '' || title.length > 60)
      return { ...(await listScreen(context, { title: '名前を、60字以内で書いてください' })), status: 422 }
    const trialId = await startTrial(context, { title, coderCount })
    return { seeOther: `/staff/voices/trials/${trialId}` }
  },
})

async function listScreen(context: Context, problems: Record<string, string>): Promise<Screen> {
  authorize(context, permissions, 'sort-voices')
  const trials = await listTrials(context)
  return {
    title: '分類の一致',
    crumbs: [voicesCrumb],
    body: (
      <>
        <ProblemSummary problems={problems} />
        <div class="sb-title">
          <h1>分類の一致</h1>
        </div>
        <VoiceTabs actor={context.actor} current="/staff/voices/trials" />
        {trials.length === 0 && (
          <div class="l-gap">
            <EmptyState title="まだありません。">
              <p>同じ意見を何人かが別々に分類して、どれだけ一致するか（κ、α）を確かめます。</p>
            </EmptyState>
          </div>
        )}
        <ul class="sb-rows l-gap">
          {trials.map(({ id, title, drawn, coderCount }) => (
            <li key={id}>
              <p class="sb-rows__when">
                {drawn.length}件・{coderCount}人
              </p>
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
              <SelectField
                name="coderCount"
                label="分類する人の数"
                value="2"
                choices={coderCounts.map((count) => ({ value: String(count), label: `${count}人` }))}
                width="short"
              />
              <button class="dads-button" type="submit">
                意見を選んで始める
              </button>
            </form>
          </Section>
        )}
        <AboutScreen>
          <p>
            意見の15％（少なくとも100件。100件に満たなければ全部）を、くじで選びます。全員が終わるまで、ほかの人の分類は見えません。一致しなかった意見は、分類の名前や規則を直すための材料です。
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
    const { opinionId = '', act } = enteredIn(form)
    if (act === 'end') {
      await endTrial(context, { trialId })
      return { seeOther: `/staff/voices/trials/${trialId}?notice=saved` }
    }
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
  const { coderCount, endedAt } = trial
  const state = trialState(drawn, codings, { coderCount, isEnded: endedAt !== undefined })
  const own = new Set(
    codings.filter(({ coder }) => coder === context.actor.id).map(({ opinionId }) => opinionId),
  )
  const isCoder = !endedAt && (own.size > 0 || state.coders.length < coderCount)
  const next = isCoder ? heard.get(drawn.find((id) => !own.has(id)) ?? '') : undefined
  return {
    title: trial.title,
    crumbs: [voicesCrumb, { label: '分類の一致', href: '/staff/voices/trials' }],
    body: (
      <>
        <h1>{trial.title}</h1>
        <TrialProgress state={state} trial={trial} total={drawn.length} me={context.actor.id} />
        {next && (
          <CodingForm
            opinion={next}
            codes={codes.filter(({ isRetired }) => !isRetired)}
            place={{ at: own.size + 1, of: drawn.length }}
          />
        )}
        {state.agreement && (
          <AgreementView agreement={state.agreement} codes={codes} heard={heard} units={state.units} />
        )}
        {state.ofMany && (
          <ManyCodersView agreements={state.ofMany} codes={codes} heard={heard} units={state.units} />
        )}
        {!state.isDone && state.coders.length >= 2 && mayDo(context.actor, permissions, 'edit-codes') && (
          <EndTrial />
        )}
      </>
    ),
  }
}
