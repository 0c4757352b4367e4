import { listPublicVersions } from '#src/features/plan/store/queries/public.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { page } from '#src/platform/page.ts'
import { EmptyState, Section } from '#src/ui/parts.tsx'
import { sitsOn } from '../core/bodies.ts'
import { listBodies, listMembers } from '../store/queries.ts'
import { listAmendments, listBills } from '../store/queries-bills.ts'
import { listInquiries } from '../store/queries-inquiries.ts'
import { listPublicMeetings } from '../store/queries-public.ts'
import { listSessions } from '../store/queries-sessions.ts'
import { BodyList } from '../views/body-list.tsx'
import { MeetingTable } from '../views/meeting-table.tsx'
import { BillList } from './parts/public-bills.tsx'
import { InquiryList } from './parts/public-inquiries.tsx'

/** 会議の記録: who deliberates, every meeting, and what was asked and answered. */
export const publicMeetingsPage = page('/meetings', {
  audience: 'public',
  async show(context) {
    const [bodies, meetings] = [await listBodies(context), await listPublicMeetings(context)]
    const [members, inquiries] = [await listMembers(context), await listInquiries(context)]
    const today = tokyoDay(context.now)
    const counts = new Map(
      bodies.map(({ id }) => [id, members.filter((one) => one.bodyId === id && sitsOn(one, today)).length]),
    )
    return {
      title: '会議の記録',
      crumbs: [{ label: '総合計画', href: '/' }],
      body: (
        <>
          <h1>会議の記録</h1>
          <p class="sb-lead l-measure">
            計画は、次の会議で話し合って決めています。日時と議題、資料、決まったこと、会議録を載せます。
          </p>
          {bodies.length === 0 && (
            <EmptyState title="会議の予定は、まだ公開されていません。">
              <p>決まりしだい、このページに載せます。</p>
            </EmptyState>
          )}
          <Section id="bodies" title="だれが話し合うか">
            <BodyList bodies={bodies} counts={counts} />
            <p class="l-gap">
              <a href="/meetings/organization">計画をつくる体制を図で見る</a>
            </p>
          </Section>
          <Section
            id="meetings"
            title="会議"
            aside={
              <a class="sb-arrow" href="/meetings/decisions">
                決まったことの一覧を見る
              </a>
            }
          >
            <div class="l-flow-l">
              {meetings.length === 0 && <p>公開された会議は、まだありません。</p>}
              {bodies
                .filter(({ id }) => meetings.some(({ bodyId }) => bodyId === id))
                .map(({ id, name }) => (
                  <MeetingTable
                    key={id}
                    meetings={meetings.filter(({ bodyId }) => bodyId === id)}
                    caption={name}
                    addressOf={(meetingId) => `/meetings/${meetingId}`}
                    isPublic
                  />
                ))}
            </div>
          </Section>
          <InquiryList inquiries={inquiries} bodies={bodies} />
          <BillList
            bills={await listBills(context)}
            amendments={await listAmendments(context)}
            sessions={await listSessions(context)}
            publicVersions={new Set((await listPublicVersions(context)).map(({ id }) => id))}
          />
        </>
      ),
    }
  },
})
