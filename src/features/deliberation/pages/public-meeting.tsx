import { listPublicVersions, type PublicVersion } from '#src/features/plan/store/queries/public.ts'
import { findLedTo } from '#src/features/publication/store/queries/led-to.ts'
import { LedToView } from '#src/features/publication/views/led-to.tsx'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { page } from '#src/platform/page.ts'
import { Section } from '#src/ui/parts.tsx'
import { decisionKindLabels, hasOpened, isPublished, numberWords, whenWords } from '../core/meetings.ts'
import { refOfPlace } from '../core/place-address.ts'
import { publicSubjectHref, subjectKind, subjectKindLabels } from '../core/subjects.ts'
import { getPublicMeeting, type PublicMeeting } from '../store/queries-public.ts'
import { ErrataList } from '../views/errata-list.tsx'
import { MeetingBadge } from '../views/meeting-table.tsx'
import { PaperList } from '../views/paper-list.tsx'
import { Fact } from './parts/deliberation-tabs.tsx'
import { OnlineFact } from './parts/online-view.tsx'
import { votesWords } from './parts/record-view.tsx'
import { publicSubjectTitle } from './parts/subjects.ts'

/** One meeting for residents: when and where, papers, what was decided, minutes. */
export const publicMeetingPage = page('/meetings/:meetingId', {
  audience: 'public',
  async show(context, { params }) {
    const shown = await getPublicMeeting(context, params.meetingId)
    const title = `${shown.body.name} ${numberWords(shown.meeting)}`
    return {
      title,
      crumbs: [
        { label: '総合計画', href: '/' },
        { label: '会議の記録', href: '/meetings' },
      ],
      printLine: title,
      isFleeting: shown.awaitsLink,
      body: (
        <>
          <h1>{title}</h1>
          <p class="l-gap">
            <MeetingBadge state={shown.meeting.state} isPublic />
          </p>
          <Facts shown={shown} />
          <AgendaAndPapers shown={shown} />
          <Decided shown={shown} titleOf={await publicSubjectTitle(context)} />
          <DecidedVersions versions={await versionsDecidedAt(context, params.meetingId)} />
          <Spoken shown={shown} />
          <LedToView ledTo={await findLedTo(context, shown.meeting.id)} />
        </>
      ),
    }
  },
})

async function versionsDecidedAt(context: Context, id: string): Promise<PublicVersion[]> {
  return (await listPublicVersions(context)).filter(({ decision }) => decision?.ref === refOfPlace(id))
}

type Props = { shown: PublicMeeting }

function Facts({ shown: { meeting, body, presentCount, absentCount, presentNames } }: Props) {
  const { place, observerSeats, observerCount, cancelReason, confirmedOn, confirmedBy } = meeting
  return (
    <dl class="dads-description-list l-gap">
      <Fact label="会議">
        <a href={`/meetings/bodies/${body.id}`}>{body.name}</a>
      </Fact>
      <Fact label="日時">{whenWords(meeting)}</Fact>
      {!meeting.isWritten && <Fact label="場所">{place}</Fact>}
      <OnlineFact meeting={meeting} />
      {meeting.isTalk && <Fact label="会議の形">懇談（定足数に足りないため、決定はしていません）</Fact>}
      {cancelReason && <Fact label="中止の理由">{cancelReason}</Fact>}
      {!hasOpened(meeting) && !cancelReason && !meeting.isWritten && (
        <Fact label="傍聴">
          {observerSeats === undefined
            ? '問合せ先へおたずねください'
            : `定員${observerSeats}人。当日、会場で受け付けます`}
        </Fact>
      )}
      {observerCount !== undefined && <Fact label="傍聴した人">{observerCount}人</Fact>}
      {isPublished(meeting) && (
        <Fact label={meeting.isWritten ? '回答した委員' : '出席'}>
          {presentCount}人（{meeting.isWritten ? '回答なし' : '欠席'}
          {absentCount}人）{presentNames.length > 0 && `\n${presentNames.join('、')}`}
        </Fact>
      )}
      {isPublished(meeting) && confirmedOn && (
        <Fact label="会議録の確定">
          {eraDay(confirmedOn)}、{confirmedBy}
        </Fact>
      )}
    </dl>
  )
}

function DecidedVersions({ versions }: { versions: readonly PublicVersion[] }) {
  if (versions.length === 0) return null
  return (
    <Section id="versions" title="この会議で決まった計画の版">
      <ul class="sb-list">
        {versions.map(({ id, label }) => (
          <li key={id}>
            <a href={`/plan/versions/${id}`}>{label}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function AgendaAndPapers({ shown: { meeting, agenda, papers } }: Props) {
  return (
    <Section id="agenda" title="議題と資料">
      <ol class="sb-list">
        {agenda.map(({ id, title, isOpen, closedGround }) => (
          <li key={id}>
            {title}
            {!isOpen && `（非公開：${closedGround}）`}
          </li>
        ))}
      </ol>
      {papers.length > 0 && <PaperList papers={papers} folder={`/meetings/${meeting.id}/papers`} />}
      {papers.length === 0 && !hasOpened(meeting) && <p class="sb-sub l-gap">資料は、開会から公開します。</p>}
    </Section>
  )
}

function Decided({
  shown: { decisions, agenda },
  titleOf,
}: Props & { titleOf: (id: string) => string | undefined }) {
  if (decisions.length === 0) return null
  return (
    <Section id="decisions" title="決まったこと">
      <ul class="sb-rows sb-rows--2">
        {decisions.map((decision) => (
          <li key={decision.id} id={decision.id}>
            <p class="sb-rows__title">{decisionKindLabels[decision.kind]}</p>
            <div>
              <p>{decision.text}</p>
              <p class="sb-sub">
                {agenda.find(({ id }) => id === decision.agendaItemId)?.title}
                {votesWords(decision)}
              </p>
              {decision.subjects.map((id) => {
                const title = titleOf(id)
                return (
                  title && (
                    <p key={id}>
                      {subjectKindLabels[subjectKind(id)]}：<a href={publicSubjectHref(id)}>{title}</a>
                    </p>
                  )
                )
              })}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Spoken({ shown: { meeting, agenda, errata } }: Props) {
  if (!isPublished(meeting)) {
    return hasOpened(meeting) ? <p class="l-gap">会議録は、委員が確かめてから公開します。</p> : null
  }
  return (
    <Section id="minutes" title="会議録">
      <div class="l-flow">
        {agenda.map(({ id, title, minutes, isOpen, closedGround }) => (
          <div key={id} class="l-flow">
            <h3>{title}</h3>
            <p class="sb-prewrap">
              {isOpen
                ? minutes || '記録はありません。'
                : `非公開の議題のため、載せていません（${closedGround}）。`}
            </p>
            <ErrataList errata={errata} agendaItemId={id} />
          </div>
        ))}
      </div>
    </Section>
  )
}
