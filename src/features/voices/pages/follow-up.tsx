import { listUnits } from '#src/features/organization/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import { SelectField, TextArea, TextField } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { AboutScreen, Section } from '#src/ui/parts.tsx'
import { type FollowUp, followUpForm, followUpState, outcomeLabels } from '../core/follow-up.ts'
import { channelLabels } from '../core/labels.ts'
import { permissions } from '../core/permissions.ts'
import { placeWords } from '../core/place.ts'
import { continuationProblem, earlierRequests } from '../core/request-chain.ts'
import { approveFollowUp, keepFollowUp } from '../store/commands/follow-ups.ts'
import { findFollowUp, listChainedRequests } from '../store/queries/follow-ups.ts'
import { placesOf } from '../store/queries/places.ts'
import { getSubmission, listOpinionsOf } from '../store/queries/voices.ts'
import { FollowUpBadge } from './parts/requests-view.tsx'
import { choicesOf } from './parts/session-fields.tsx'
import { voicesCrumb } from './parts/voice-tabs.tsx'

/** 対応の記録: who answers a request or question until when, the reply, and its approval by another person. */
export const followUpPage = page('/staff/voices/requests/:requestId', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.requestId, {}),
  async submit(context, { params: { requestId: submissionId } }, form) {
    const entered = enteredIn(form)
    const known = { submissionId, revision: Number(entered['revision']) }
    const done = { seeOther: `/staff/voices/requests/${submissionId}` }
    if (entered['act'] === 'approve') {
      const approved = await unlessStale(approveFollowUp(context, known))
      if (approved.isStale)
        return { ...(await screen(context, submissionId, { isStale: true })), status: 409 }
      return { seeOther: `${done.seeOther}?notice=approved` }
    }
    authorize(context, permissions, 'answer-requests')
    const read = readForm(followUpForm, form)
    if (read.problems)
      return { ...(await screen(context, submissionId, { entered, problems: read.problems })), status: 422 }
    const wrong = await continuationProblemOf(context, submissionId, read.values.continues)
    if (wrong)
      return {
        ...(await screen(context, submissionId, { entered, problems: { continues: wrong } })),
        status: 422,
      }
    const outcome = await unlessStale(keepFollowUp(context, { ...known, content: read.values }))
    if (outcome.isStale)
      return { ...(await screen(context, submissionId, { entered, isStale: true })), status: 409 }
    return { seeOther: `${done.seeOther}?notice=saved` }
  },
})

async function continuationProblemOf(context: Context, submissionId: string, continues: string) {
  const { receiptNumber } = await getSubmission(context, submissionId)
  const all = await listChainedRequests(context)
  return continuationProblem(all, { submissionId, receiptNumber, continues })
}

type State = { entered?: Entered; problems?: Problems; isStale?: boolean }

const labels: Readonly<Record<string, string>> = {
  unitId: '担当課',
  dueOn: '回答の期限',
  outcome: '対応区分',
  reply: '回答',
  timing: '時期・経費',
  continues: '前の要望の受付番号',
  repliedOn: '回答した日',
}

const enteredOf = (followUp: FollowUp | undefined): Entered => ({
  unitId: followUp?.unitId ?? '',
  dueOn: followUp?.dueOn ?? '',
  outcome: followUp?.outcome ?? 'open',
  reply: followUp?.reply ?? '',
  timing: followUp?.timing ?? '',
  continues: followUp?.continues ?? '',
  repliedOn: followUp?.repliedOn ?? '',
})

async function screen(context: Context, submissionId: string, state: State): Promise<Screen> {
  authorize(context, permissions, 'read-voices')
  const submission = await getSubmission(context, submissionId)
  if (submission.channel !== 'request' && submission.channel !== 'briefing')
    throw new Refusal('not-found', '対応の記録は、要望と説明会の質問にあります')
  const [chained, followUp, units] = await Promise.all([
    listChainedRequests(context),
    findFollowUp(context, submissionId),
    listUnits(context, { on: tokyoDay(context.now) }),
  ])
  const opinions = await listOpinionsOf(context, submissionId)
  const places = await placesOf(
    context,
    opinions.map(({ id }) => id),
  )
  const saved = enteredOf(followUp)
  const values = state.entered ?? saved
  const problems = state.problems ?? {}
  const field = (name: string) => ({
    name,
    label: labels[name] ?? name,
    value: values[name] ?? '',
    problem: problems[name],
  })
  const mayApprove =
    mayDo(context.actor, permissions, 'approve-request-replies') &&
    followUp !== undefined &&
    followUp.outcome !== 'open' &&
    !followUp.approvedBy
  const request = chained.get(submission.receiptNumber)
  const earlier = request ? earlierRequests(chained, request) : []
  const isOwn = followUp?.writtenBy === context.actor.id
  return {
    title: '対応の記録',
    crumbs: [voicesCrumb, { label: '要望と質問の回答', href: '/staff/voices/requests' }],
    facts: [
      { label: '受付番号', value: submission.receiptNumber },
      { label: '経路', value: channelLabels[submission.channel] },
    ],
    body: (
      <>
        <FormHead problems={problems} rows={state.isStale ? rowsOf(saved, values) : undefined} />
        <div class="sb-title">
          <h1>対応の記録</h1>
          <p>
            <FollowUpBadge state={followUpState(followUp, tokyoDay(context.now))} />
          </p>
        </div>
        <section class="sb-box" aria-labelledby="voice">
          <h2 id="voice">声（原文）</h2>
          <p class="sb-prewrap" dir="auto">
            {submission.original}
          </p>
          <p>
            <a href={`/staff/voices/${submissionId}`}>この声を開く</a>
          </p>
          {opinions.map(({ id, number }) => (
            <p key={id}>
              位置{opinions.length > 1 && `（意見${number}）`}：
              {placeWords(places.get(id)) || 'まだ書かれていません'}{' '}
              <a href={`/staff/voices/${submissionId}/opinions/${id}#place`}>
                位置を書く<span class="vh">：意見{number}</span>
              </a>
            </p>
          ))}
          {earlier.length > 0 && (
            <p>
              同じ要望の{earlier.length + 1}回目です（記録のある中で）。前の要望：
              {earlier.map(({ submissionId: id, receiptNumber }, at) => (
                <span key={id}>
                  {at > 0 && '、'}
                  <a href={`/staff/voices/requests/${id}`}>{receiptNumber}</a>
                </span>
              ))}
            </p>
          )}
        </section>
        {mayDo(context.actor, permissions, 'answer-requests') && (
          <Section id="answer" title="担当・期限・回答">
            <form method="post" class="sb-form">
              <input type="hidden" name="revision" value={followUp?.revision ?? 0} />
              <SelectField
                {...field('unitId')}
                blank="まだ決めない"
                choices={units.map(({ id, name }) => ({ value: id, label: name }))}
                width="mid"
              />
              <TextField {...field('dueOn')} support="例：令和8年8月31日" width="short" />
              <SelectField {...field('outcome')} choices={choicesOf(outcomeLabels)} width="mid" />
              <TextArea {...field('reply')} rows={4} optional />
              <TextField {...field('timing')} support="例：令和9年度、約300万円" optional />
              <TextField
                {...field('continues')}
                support="去年までに同じ要望があったとき"
                width="mid"
                optional
              />
              <TextField {...field('repliedOn')} width="short" optional />
              <button class="dads-button" name="act" value="save" type="submit">
                保存する
              </button>
            </form>
          </Section>
        )}
        {mayApprove && (
          <Section id="approve" title="承認">
            {isOwn ? (
              <p>回答を書いた人とは別の人が承認します。</p>
            ) : (
              <form method="post">
                <input type="hidden" name="revision" value={followUp.revision} />
                <button class="dads-button" name="act" value="approve" type="submit">
                  この回答を承認する
                </button>
              </form>
            )}
          </Section>
        )}
        <AboutScreen>
          <p>
            回答を直すと、承認はやり直しになります。説明会の結果を公開していれば、承認した回答がそこに載ります。
          </p>
        </AboutScreen>
      </>
    ),
  }
}

const rowsOf = (saved: Entered, typed: Entered): VersionRow[] =>
  Object.entries(labels).map(([name, label]) => ({
    label,
    saved: saved[name] ?? '',
    typed: typed[name] ?? '',
  }))
