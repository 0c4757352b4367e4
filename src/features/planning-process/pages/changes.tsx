import { page } from '#src/platform/page.ts'
import { EmptyState } from '#src/ui/parts.tsx'
import { findSchedule, listScheduleChanges } from '../store/queries.ts'
import { ChangeTable } from './parts/change-table.tsx'
import { NoProcess, ProcessTabs, processCrumb, taskAddress } from './parts/process-tabs.tsx'

/** 予定の変更: every date that was moved, with the reason. Nothing here is ever taken away. */
export const changesPage = page('/staff/process/changes', {
  audience: 'staff',
  async show(context) {
    const schedule = await findSchedule(context)
    if (!schedule) return { title: '予定の変更', body: <NoProcess actor={context.actor} /> }
    const changes = await listScheduleChanges(context)
    const names = new Map(schedule.tasks.map(({ id, title }) => [id, title]))
    return {
      title: '予定の変更',
      crumbs: [processCrumb],
      body: (
        <>
          <div class="sb-title">
            <h1>予定の変更</h1>
          </div>
          <ProcessTabs actor={context.actor} current="/staff/process/changes" />
          <div class="l-gap l-flow">
            {changes.length === 0 ? (
              <EmptyState title="まだ予定の変更はありません。">
                <p>作業の日を動かすと、前の予定と理由がここに残ります。</p>
              </EmptyState>
            ) : (
              <ChangeTable
                changes={changes}
                caption={`動かした予定（${changes.length}件、新しい順）`}
                nameOf={(id) => <a href={taskAddress(id)}>{names.get(id)}</a>}
              />
            )}
          </div>
        </>
      ),
    }
  },
})
