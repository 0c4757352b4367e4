import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { getMunicipality, listUnits } from '#src/features/organization/store/queries.ts'
import { addDays } from '#src/lib/japanese/business-days.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { page } from '#src/platform/page.ts'
import { spanWords } from '../core/labels.ts'
import { weeklyReport } from '../core/week.ts'
import { findSchedule, listScheduleChanges } from '../store/queries.ts'
import { NoProcess, ProcessTabs, processCrumb } from './parts/process-tabs.tsx'
import { decisionsIn, meetingsAfter } from './parts/week-meetings.ts'
import { WeekView } from './parts/week-view.tsx'

const here = '/staff/process/week'
const isDay = (typed: string) => /^\d{4}-\d{2}-\d{2}$/.test(typed) && !Number.isNaN(Date.parse(typed))

/** 週の報告: one page to print and hand on: done, due, late and what it delays, decisions, next meetings. */
export const weekPage = page(here, {
  audience: 'staff',
  async show(context, { url }) {
    const schedule = await findSchedule(context)
    if (!schedule) return { title: '週の報告', body: <NoProcess actor={context.actor} /> }
    const today = tokyoDay(context.now)
    const asked = url.searchParams.get('day') ?? ''
    const [changes, units] = [await listScheduleChanges(context), await listUnits(context)]
    const day = isDay(asked) ? asked : today
    const report = weeklyReport({ tasks: schedule.tasks, changes, day, today })
    const { week } = report
    const { name: city } = await getMunicipality(context)
    return {
      title: `週の報告 ${spanWords(week)}`,
      crumbs: [processCrumb],
      printLine: `${city} ${schedule.process.title}　週の報告　${spanWords(week)}`,
      body: (
        <>
          <div class="sb-title">
            <h1>週の報告</h1>
          </div>
          <ProcessTabs actor={context.actor} current={here} />
          <p class="l-gap">
            <b>{schedule.process.title}</b>　{spanWords(week)}（{eraDay(report.asOf)}現在）
          </p>
          <nav class="l-cluster l-gap sb-noprint" aria-label="週を選ぶ">
            <a href={`${here}?day=${addDays(week.start, -7)}`} rel="prev">
              前の週
            </a>
            {(today < week.start || today > week.end) && <a href={here}>今週</a>}
            <a href={`${here}?day=${addDays(week.start, 7)}`} rel="next">
              次の週
            </a>
          </nav>
          <WeekView
            report={report}
            decisions={await decisionsIn(context, week)}
            next={await meetingsAfter(context, { week, today })}
            titleOf={(id) => schedule.tasks.find((task) => task.id === id)?.title ?? ''}
            unitName={(id) => (id ? (unitNameOn(units, id, today) ?? '') : '担当なし')}
          />
          <p class="sb-sub l-gap sb-noprint">ブラウザーの印刷で、A4の1〜2枚になります。</p>
        </>
      ),
    }
  },
})
