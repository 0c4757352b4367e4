import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { page } from '#src/platform/page.ts'
import { AboutScreen, Badge, EmptyState, ScrollFrame } from '#src/ui/parts.tsx'
import { latenessWords } from '../core/labels.ts'
import { type LateTask, listLateTasks } from '../core/lateness.ts'
import { findSchedule } from '../store/queries.ts'
import { NoProcess, ProcessTabs, processCrumb, taskAddress } from './parts/process-tabs.tsx'

/** 遅れと影響: what is late today, and which later work each delay pushes. */
export const latePage = page('/staff/process/late', {
  audience: 'staff',
  async show(context) {
    const schedule = await findSchedule(context)
    if (!schedule) return { title: '遅れと影響', body: <NoProcess actor={context.actor} /> }
    const units = await listUnits(context)
    const today = tokyoDay(context.now)
    const late = listLateTasks(schedule.tasks, today)
    const unitOf = ({ task }: LateTask) =>
      task.ownerUnitId ? (unitNameOn(units, task.ownerUnitId, today) ?? '') : '担当なし'
    return {
      title: '遅れと影響',
      crumbs: [processCrumb],
      body: (
        <>
          <div class="sb-title">
            <h1>遅れと影響</h1>
          </div>
          <ProcessTabs actor={context.actor} current="/staff/process/late" />
          <div class="l-gap l-flow">
            {late.length === 0 ? (
              <EmptyState title={`${eraDay(today)}現在、遅れている作業はありません。`}>
                <p>期限を過ぎると、ここに並びます。</p>
              </EmptyState>
            ) : (
              late.map((one) => <Late key={one.task.id} late={one} unit={unitOf(one)} />)
            )}
          </div>
          <AboutScreen>
            <p>
              いま遅れている作業が今日終わり、あとの作業が予定どおりの長さで進むとした場合の見込みです。
              あとの作業に余裕があれば、遅れはそこで吸収されます。
            </p>
          </AboutScreen>
        </>
      ),
    }
  },
})

function Late({ late: { task, lateness, pushes }, unit }: { late: LateTask; unit: string }) {
  return (
    <section class="sb-box" aria-labelledby={task.id}>
      <h2 id={task.id}>
        <a href={taskAddress(task.id)}>{task.title}</a>
      </h2>
      <p>
        <Badge tone="error">遅れ</Badge>　{latenessWords(lateness)}（期限 {eraDay(task.plannedEnd)}、担当{' '}
        {unit}
        ）。
      </p>
      {pushes.length === 0 ? (
        <p class="sb-sub">この遅れで押される作業は、いまのところありません。</p>
      ) : (
        <ScrollFrame label={`${task.title}の遅れの影響`}>
          <table class="dads-table">
            <caption>押される作業（{pushes.length}件）</caption>
            <thead>
              <tr>
                <th scope="col">作業</th>
                <th scope="col">予定の終わり</th>
                <th scope="col">見込み</th>
                <th scope="col" class="is-num">
                  遅れ（開庁日）
                </th>
                <th scope="col">公開</th>
              </tr>
            </thead>
            <tbody>
              {pushes.map(({ task: pushed, delay, expectedEnd }) => (
                <tr key={pushed.id}>
                  <th scope="row">
                    <a href={taskAddress(pushed.id)}>{pushed.title}</a>
                  </th>
                  <td>{eraDay(pushed.plannedEnd)}</td>
                  <td>{eraDay(expectedEnd)}</td>
                  <td class="is-num">{delay}</td>
                  <td>{pushed.isPublic ? '公開した日が守れません' : '庁内のみ'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollFrame>
      )}
    </section>
  )
}
