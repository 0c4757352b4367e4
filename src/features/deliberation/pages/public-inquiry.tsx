import { listPublicVersions } from '#src/features/plan/store/queries/public.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { page } from '#src/platform/page.ts'
import { Section } from '#src/ui/parts.tsx'
import { answerKindLabels, type CouncilView, type Inquiry } from '../core/inquiry.ts'
import { sessionsOf } from '../core/letters.ts'
import { hasOpened, type Meeting, numberWords } from '../core/meetings.ts'
import type { ViewChange } from '../core/view-change.ts'
import { getBody } from '../store/queries.ts'
import { getInquiry, listInquiryAgenda } from '../store/queries-inquiries.ts'
import { listPublicMeetings } from '../store/queries-public.ts'
import { listViewChanges, publishedVersions } from '../store/queries-view-changes.ts'
import { InquiryErrata } from '../views/errata-list.tsx'
import { ViewChangeWords } from '../views/view-change.tsx'
import { Fact } from './parts/deliberation-tabs.tsx'
import { openWords } from './parts/public-inquiries.tsx'

/** 諮問と答申 of one inquiry: the question, the sessions, the report, and what the city did with each view. */
export const publicInquiryPage = page('/meetings/inquiries/:inquiryId', {
  audience: 'public',
  async show(context, { params: { inquiryId } }) {
    const inquiry = await getInquiry(context, inquiryId)
    const body = await getBody(context, inquiry.bodyId)
    const held = (await listPublicMeetings(context)).filter(hasOpened)
    const sessions = sessionsOf(inquiry, held, await listInquiryAgenda(context))
    const laid = (await listPublicVersions(context)).find(({ id }) => id === inquiry.versionId)
    const changes = await listViewChanges(inquiry, await publishedVersions(context))
    return {
      title: `${inquiry.subject}（諮問と答申）`,
      crumbs: [
        { label: '総合計画', href: '/' },
        { label: '会議の記録', href: '/meetings' },
      ],
      body: (
        <>
          <h1>{inquiry.subject}（諮問と答申）</h1>
          <Section id="question" title="諮問">
            <dl class="dads-description-list">
              <Fact label="諮問の日">{eraDay(inquiry.askedOn)}</Fact>
              <Fact label="文書番号">{inquiry.number}</Fact>
              <Fact label="諮問した人">{inquiry.sender}</Fact>
              <Fact label="諮問した会議体">
                <a href={`/meetings/bodies/${body.id}`}>{body.name}</a>
              </Fact>
              <Fact label="根拠">{inquiry.ground}</Fact>
              <Fact label="諮問事項">{inquiry.question}</Fact>
              {laid && (
                <Fact label="諮問した案">
                  <a href={`/plan/versions/${laid.id}`}>{laid.label}</a>
                </Fact>
              )}
              {inquiry.dueOn && <Fact label="答申を希望する期日">{eraDay(inquiry.dueOn)}</Fact>}
            </dl>
            <InquiryErrata errata={inquiry.errata} />
          </Section>
          <Sessions sessions={sessions} />
          <Section id="report" title="答申">
            {inquiry.reportedOn ? (
              <dl class="dads-description-list">
                <Fact label="答申の日">{eraDay(inquiry.reportedOn)}</Fact>
                {inquiry.reportNumber && <Fact label="文書番号">{inquiry.reportNumber}</Fact>}
                <Fact label="結論">{inquiry.conclusion}</Fact>
              </dl>
            ) : (
              <p>{openWords(body)}</p>
            )}
          </Section>
          <Views inquiry={inquiry} changes={changes} />
        </>
      ),
    }
  },
})

function Sessions({ sessions }: { sessions: readonly Meeting[] }) {
  return (
    <Section id="sessions" title={`審議の経過（${sessions.length}回）`}>
      {sessions.length === 0 ? (
        <p>この諮問を審議した会議は、まだありません。</p>
      ) : (
        <ul class="sb-list">
          {sessions.map((meeting) => (
            <li key={meeting.id}>
              <a href={`/meetings/${meeting.id}`}>{numberWords(meeting)}</a>　{eraDay(meeting.heldOn)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

type ViewsProps = { inquiry: Inquiry; changes: ReadonlyMap<number, ViewChange> }

function Views({ inquiry: { views }, changes }: ViewsProps) {
  if (views.length === 0) return null
  return (
    <Section id="views" title={`附帯意見と市の対応（${views.length}件）`}>
      <ol class="sb-rows sb-rows--2">
        {views.map((view, position) => {
          const change = changes.get(position)
          return (
            <li key={view.text} id={`view-${position + 1}`}>
              <p class="sb-rows__when">
                附帯意見({position + 1})<b>{kindWords(view)}</b>
              </p>
              <div class="l-flow">
                <p class="sb-rows__title">{view.text}</p>
                <p class="sb-prewrap">
                  {view.answer || '検討しています。'}
                  {view.answeredOn && `（${eraDay(view.answeredOn)}）`}
                </p>
                {change && <ViewChangeWords change={change} href={`/plan/items/${change.itemId}`} />}
              </div>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

const kindWords = ({ answerKind }: CouncilView) => (answerKind ? answerKindLabels[answerKind] : '検討中')
