import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { getFile, readBytes } from '#src/platform/files.ts'
import { type Entered, enteredIn, type Problems, readForm } from '#src/platform/form.ts'
import type { Screen } from '#src/platform/page.ts'
import { SelectField, TextArea } from '#src/ui/field.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { Banner, Section } from '#src/ui/parts.tsx'
import { checkForm } from '../core/forms.ts'
import { checkOutcomeLabels, decisionKindLabels, numberWords, whenWords } from '../core/meetings.ts'
import { paperIdIn } from '../core/papers.ts'
import { mayAnswerInWriting } from '../core/presence.ts'
import { answersIn } from '../core/written-form.ts'
import { checkMinutes } from '../store/commands-drafts.ts'
import { answerInWriting } from '../store/commands-presence.ts'
import { getOwnMeeting, getOwnPaper, type OwnMeeting } from '../store/queries-members.ts'
import { ErrataList } from '../views/errata-list.tsx'
import { MeetingBadge } from '../views/meeting-table.tsx'
import { PaperList } from '../views/paper-list.tsx'
import { choicesOf, Fact } from './parts/deliberation-tabs.tsx'
import { memberPage } from './parts/member-page.ts'
import { OnlineFact } from './parts/online-view.tsx'
import { OwnAnswers } from './parts/written-view.tsx'

/** One meeting for a member: papers from the call on, and the draft of the minutes to check. */
export const memberMeeting = memberPage('/members/meetings/:meetingId', {
  show: (context, { params, url }) =>
    screen(context, params.meetingId, { wasSaved: url.searchParams.get('notice') === 'saved' }),
  async submit(context, { params: { meetingId } }, form) {
    const here = `/members/meetings/${meetingId}?notice=saved`
    if (form.get('act') === 'answer') {
      const { agenda } = await getOwnMeeting(context, meetingId)
      const read = answersIn(agenda, enteredIn(form))
      if (read.problems) return { ...(await screen(context, meetingId, read)), status: 422 }
      await answerInWriting(context, { meetingId, answers: read.answers })
      return { seeOther: here }
    }
    const read = readForm(checkForm, form)
    if (read.problems) return { ...(await screen(context, meetingId, read)), status: 422 }
    await checkMinutes(context, { meetingId, ...read.values })
    return { seeOther: here }
  },
})

type State = { entered?: Entered; problems?: Problems; wasSaved?: boolean }

async function screen(context: Context, meetingId: string, state: State): Promise<Screen> {
  const file = await getOwnMeeting(context, meetingId)
  const { meeting, body, agenda, papers } = file
  const title = `${body.name} ${numberWords(meeting)}`
  return {
    title,
    crumbs: [{ label: '委員の画面', href: '/members' }],
    body: (
      <>
        <FormHead problems={state.problems ?? {}} />
        {state.wasSaved && <Banner title="受け取りました。" />}
        <h1>{title}</h1>
        <p class="l-gap">
          <MeetingBadge state={meeting.state} isPublic />
        </p>
        <dl class="dads-description-list l-gap">
          <Fact label="日時">{whenWords(meeting)}</Fact>
          {!meeting.isWritten && <Fact label="場所">{meeting.place}</Fact>}
          <OnlineFact meeting={meeting} />
          {meeting.cancelReason && <Fact label="中止の理由">{meeting.cancelReason}</Fact>}
        </dl>
        <Section id="agenda" title="議題と資料">
          <ol class="sb-list">
            {agenda.map(({ id, title: topic, isOpen, closedGround }) => (
              <li key={id}>
                {topic}
                {!isOpen && `（非公開：${closedGround}）`}
              </li>
            ))}
          </ol>
          {papers.length > 0 && (
            <PaperList papers={papers} folder={`/members/meetings/${meeting.id}/papers`} />
          )}
          <p class="sb-sub l-gap">非公開の議題の資料と会議録は、ほかの人に見せないでください。</p>
        </Section>
        {mayAnswerInWriting(meeting, tokyoDay(context.now)) && (
          <OwnAnswers file={file} entered={state.entered ?? {}} problems={state.problems ?? {}} />
        )}
        <MinutesToCheck file={file} state={state} />
      </>
    ),
  }
}

function MinutesToCheck({ file, state }: { file: OwnMeeting; state: State }) {
  const { meeting, agenda, decisions, errata, mayCheck, ownCheck } = file
  if (agenda.every(({ minutes }) => minutes === '')) return null
  const { entered = {}, problems = {} } = state
  return (
    <Section id="check" title={meeting.state === 'held' ? '会議録（案）' : '会議録'}>
      <div class="l-flow">
        {decisions.map(({ id, kind, text }) => (
          <p key={id}>
            <b>{decisionKindLabels[kind]}</b>　{text}
          </p>
        ))}
        {agenda.map(({ id, title, minutes }) => (
          <div key={id} class="l-flow">
            <h3>{title}</h3>
            <p class="sb-prewrap">{minutes || '記録はありません。'}</p>
            <ErrataList errata={errata} agendaItemId={id} />
          </div>
        ))}
      </div>
      {ownCheck && (
        <p class="l-gap">
          あなたの確認：{checkOutcomeLabels[ownCheck.outcome]}
          {ownCheck.words && `「${ownCheck.words}」`}
        </p>
      )}
      {mayCheck && (
        <form method="post" class="sb-form l-gap" aria-label="会議録の確認" action="#error-summary">
          <p>{eraDay(meeting.checkUntil ?? '')}までに確認してください。何度でも出し直せます。</p>
          <SelectField
            name="outcome"
            label="確認の結果"
            value={entered['outcome'] ?? ownCheck?.outcome}
            problem={problems['outcome']}
            choices={choicesOf(checkOutcomeLabels)}
            width="mid"
          />
          <TextArea
            name="words"
            label="直してほしいところ"
            value={entered['words'] ?? ownCheck?.words}
            problem={problems['words']}
            support="どの発言を、どう直すかを書いてください。"
            rows={4}
          />
          <button class="dads-button" type="submit">
            確認を送る
          </button>
        </form>
      )}
    </Section>
  )
}

/** A paper for members, from the call on; always as attachment. */
export const memberPaper = memberPage('/members/meetings/:meetingId/papers/:paperAddress', {
  async show(context, { params: { meetingId, paperAddress }, folder }) {
    const { fileId, label } = await getOwnPaper(context, meetingId, paperIdIn(paperAddress))
    const file = await getFile(context, fileId)
    const bytes = await readBytes(folder, file)
    return { file: bytes, contentType: file.contentType, fileName: `${label}_${file.name}` }
  },
})
