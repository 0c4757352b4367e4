import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { page } from '#src/platform/page.ts'
import { findPublicSchedule, listPublicChanges } from '../store/queries.ts'
import { PublicProcess } from './parts/public-view.tsx'

/** 策定の進行: where the making of the plan stands, what comes next, how to take part. */
export const publicProcessPage = page('/process', {
  audience: 'public',
  async show(context) {
    const schedule = await findPublicSchedule(context)
    if (!schedule) {
      return {
        title: '策定の進行',
        body: (
          <div class="l-flow">
            <h1>策定の進行</h1>
            <p class="sb-lead">
              計画づくりの予定は、まだ公開されていません。決まりしだい、このページに載せます。
            </p>
          </div>
        ),
      }
    }
    const changes = await listPublicChanges(context)
    return {
      title: '策定の進行',
      crumbs: [{ label: '総合計画', href: '/' }],
      printLine: `${schedule.process.title}　策定の進行`,
      body: <PublicProcess schedule={schedule} changes={changes} today={tokyoDay(context.now)} />,
    }
  },
})
