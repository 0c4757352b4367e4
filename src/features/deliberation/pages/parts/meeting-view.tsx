import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { TextField } from '#src/ui/field.tsx'
import { Disclosure, EmptyState, Section } from '#src/ui/parts.tsx'
import { callProblems, isShortNotice, whenWords } from '../../core/meetings.ts'
import { AgendaFields } from './agenda-fields.tsx'
import { Fact, meetingAddress } from './deliberation-tabs.tsx'
import { MeetingFields } from './meeting-fields.tsx'
import { type MeetingProps, mayStillAdd } from './meeting-props.ts'
import { OnlineFact, OnlineForm, opensWords } from './online-view.tsx'

export function MeetingFacts(props: MeetingProps) {
  const { entered, problems, mayPrepare } = props
  const { meeting, body } = props.file
  const mayChange = mayPrepare && (meeting.state === 'draft' || meeting.state === 'called')
  return (
    <>
      <dl class="dads-description-list">
        <Fact label="会議体">
          <a href={`/staff/bodies/${body.id}`}>{body.name}</a>（{body.legalBasis}）
        </Fact>
        <Fact label="日時">{whenWords(meeting)}</Fact>
        {!meeting.isWritten && <Fact label="場所">{meeting.place || 'まだ決まっていません'}</Fact>}
        <OnlineFact meeting={meeting} when={opensWords(meeting)} />
        {!meeting.isWritten && (
          <Fact label="傍聴">
            {meeting.observerSeats === undefined
              ? '定員は決まっていません'
              : `定員${meeting.observerSeats}人`}
            {meeting.observerCount !== undefined && `、傍聴した人${meeting.observerCount}人`}
          </Fact>
        )}
        {meeting.calledOn && <Fact label="招集">{eraDay(meeting.calledOn)}</Fact>}
        {meeting.shortNoticeReason && <Fact label="招集が遅れた理由">{meeting.shortNoticeReason}</Fact>}
        {meeting.cancelReason && <Fact label="中止の理由">{meeting.cancelReason}</Fact>}
        {meeting.confirmedOn && (
          <Fact label="会議録の確定">
            {eraDay(meeting.confirmedOn)}、{meeting.confirmedBy}
          </Fact>
        )}
      </dl>
      {mayChange && (
        <Disclosure label="日時と場所を直す" open={entered['act'] === 'change'}>
          <form method="post" class="sb-form" aria-label="日時と場所" action="#error-summary">
            <input type="hidden" name="revision" value={meeting.revision} />
            <MeetingFields entered={entered} problems={problems} />
            <button class="dads-button" type="submit" name="act" value="change">
              日時と場所を保存する
            </button>
          </form>
        </Disclosure>
      )}
      <OnlineForm {...props} />
    </>
  )
}

/** What has to be done next, and what stands in its way. */
export function NextStep(props: MeetingProps) {
  const { meeting } = props.file
  if (meeting.state === 'draft' && props.mayPrepare) return <Calling {...props} />
  if (meeting.state === 'called' && props.mayPrepare) return <Cancelling {...props} />
  if (meeting.state !== 'confirmed') return null
  return (
    <Section id="next" title="会議録を公開する">
      {props.mayPublish ? (
        <form method="post" class="l-flow">
          <input type="hidden" name="revision" value={meeting.revision} />
          <p>公開の議題の会議録、決定、出欠の数が公開されます。非公開の議題は、題と根拠だけが載ります。</p>
          <button class="dads-button" type="submit" name="act" value="publish">
            会議録を公開する
          </button>
        </form>
      ) : (
        <p>確定を記録した人とは別の人（事務局か公開責任者）が公開します。</p>
      )}
    </Section>
  )
}

function Calling({ file: { meeting, agenda }, entered, problems, today }: MeetingProps) {
  const missing = callProblems(meeting, agenda, today)
  return (
    <Section id="next" title="招集する">
      {missing.length > 0 ? (
        <ul class="sb-list">
          {missing.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : (
        <form method="post" class="sb-form" aria-label="招集する" action="#error-summary">
          <input type="hidden" name="revision" value={meeting.revision} />
          <p>招集すると、日時・場所・議題が市民に公開されます。</p>
          {isShortNotice(meeting.heldOn, today) && (
            <TextField
              name="shortNoticeReason"
              label="開催まで7日ない理由"
              value={entered['shortNoticeReason']}
              problem={problems['shortNoticeReason']}
              required
            />
          )}
          <button class="dads-button" type="submit" name="act" value="call">
            招集する
          </button>
        </form>
      )}
    </Section>
  )
}

function Cancelling({ file: { meeting }, entered, problems }: MeetingProps) {
  return (
    <Disclosure label="会議を中止する" open={entered['act'] === 'cancel'}>
      <form method="post" class="sb-form" aria-label="会議を中止する" action="#error-summary">
        <input type="hidden" name="revision" value={meeting.revision} />
        <TextField
          name="cancelReason"
          label="中止の理由"
          value={entered['cancelReason']}
          problem={problems['cancelReason']}
          support="公開されます。"
          required
        />
        <button class="dads-button dads-button--secondary" type="submit" name="act" value="cancel">
          中止する
        </button>
      </form>
    </Disclosure>
  )
}

export function Agenda({ file, entered, problems, mayPrepare, inquiries }: MeetingProps) {
  const { meeting, agenda, body } = file
  const mayChange = mayPrepare && mayStillAdd(meeting.state)
  return (
    <Section id="agenda" title={`議題（${agenda.length}）`}>
      {agenda.length === 0 && (
        <EmptyState title="まだ議題がありません。">
          <p>議題を加えると、招集できるようになります。</p>
        </EmptyState>
      )}
      <ol class="sb-list">
        {agenda.map(({ id, title, isOpen, closedGround, closedDecision, inquiryId }) => (
          <li key={id}>
            {title}
            {inquiryId && (
              <>
                （<a href={`/staff/inquiries/${inquiryId}`}>諮問を見る</a>）
              </>
            )}
            {!isOpen && `（非公開：${closedGround}${closedDecision && `、${closedDecision}`}）`}
            {mayChange && (
              <>
                {'　'}
                <a href={`${meetingAddress(meeting.id)}/agenda/${id}`}>
                  直す<span class="vh">（議題：{title}）</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ol>
      {mayChange && (
        <Disclosure label="議題を加える" open={entered['act'] === 'agenda' || agenda.length === 0}>
          <form method="post" class="sb-form" aria-label="議題を加える" action="#error-summary">
            <AgendaFields
              entered={{ isOpen: body.isOpenByDefault ? 'open' : 'closed', ...entered }}
              {...{ problems, inquiries }}
            />
            <button class="dads-button dads-button--secondary" type="submit" name="act" value="agenda">
              議題を加える
            </button>
          </form>
        </Disclosure>
      )}
    </Section>
  )
}
