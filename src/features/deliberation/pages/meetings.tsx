import { authorize, mayDo } from '#src/platform/authorize.ts'
import { page } from '#src/platform/page.ts'
import { EmptyState } from '#src/ui/parts.tsx'
import { permissions } from '../core/permissions.ts'
import { listBodies, listMeetingsWithTopics } from '../store/queries.ts'
import { MeetingTable } from '../views/meeting-table.tsx'
import { DeliberationTabs, meetingAddress } from './parts/deliberation-tabs.tsx'

/** 会議: every meeting, body by body, the latest first. */
export const meetingsPage = page('/staff/meetings', {
  audience: 'staff',
  async show(context) {
    authorize(context, permissions, 'read-meetings')
    const [bodies, meetings] = [await listBodies(context), await listMeetingsWithTopics(context)]
    return {
      title: '会議・委員',
      body: (
        <>
          <div class="sb-title">
            <h1>会議</h1>
            {mayDo(context.actor, permissions, 'prepare-meeting') && bodies.length > 0 && (
              <a class="dads-button dads-button--secondary" href="/staff/meetings/new">
                会議を準備する
              </a>
            )}
          </div>
          <DeliberationTabs current="/staff/meetings" />
          <div class="l-gap l-flow-l">
            {meetings.length === 0 && (
              <EmptyState title="まだ会議がありません。">
                <p>
                  先に<a href="/staff/bodies">会議体と委員</a>を登録し、会議を準備します。
                </p>
              </EmptyState>
            )}
            {bodies
              .filter(({ id }) => meetings.some(({ bodyId }) => bodyId === id))
              .map(({ id, name }) => (
                <MeetingTable
                  key={id}
                  meetings={meetings.filter(({ bodyId }) => bodyId === id)}
                  caption={name}
                  addressOf={meetingAddress}
                />
              ))}
          </div>
        </>
      ),
    }
  },
})
