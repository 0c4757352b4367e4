import { unitsOwnedBy } from '#src/features/organization/core/ownership.ts'
import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { unitChoices } from '#src/features/organization/views/unit-choices.ts'
import { shortDay } from '#src/lib/japanese/day-words.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { page } from '#src/platform/page.ts'
import { EmptyState } from '#src/ui/parts.tsx'
import { latenessWords } from '../core/labels.ts'
import { latenessOf } from '../core/lateness.ts'
import { isOpen, type Task } from '../core/schedule.ts'
import { findSchedule } from '../store/queries.ts'
import { TaskBadge } from '../views/task-state.tsx'
import { NoProcess, ProcessTabs, processCrumb, taskAddress } from './parts/process-tabs.tsx'

/** わたしの作業: what the unit of the person who asks has to do, or another unit's by choice. */
export const minePage = page('/staff/process/mine', {
  audience: 'staff',
  async show(context, { url }) {
    const schedule = await findSchedule(context)
    if (!schedule) return { title: 'わたしの作業', body: <NoProcess actor={context.actor} /> }
    const units = await listUnits(context)
    const today = tokyoDay(context.now)
    const unitId = url.searchParams.get('unit') ?? context.actor.unitId ?? ''
    const unit = unitNameOn(units, unitId, today)
    const owned = unitsOwnedBy(units, unitId, today)
    const own = schedule.tasks.filter(({ ownerUnitId }) => ownerUnitId && owned.has(ownerUnitId))
    return {
      title: 'わたしの作業',
      crumbs: [processCrumb],
      body: (
        <>
          <div class="sb-title">
            <h1>わたしの作業</h1>
          </div>
          <ProcessTabs actor={context.actor} current="/staff/process/mine" />
          <form class="sb-filter l-gap" method="get">
            <label>
              担当の組織
              <select name="unit">
                <option value="">選ぶ</option>
                {unitChoices(units, today, [unitId]).map(({ value, label }) => (
                  <option key={value} value={value} selected={value === unitId}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
            <button class="dads-button dads-button--secondary dads-button--small" type="submit">
              表示する
            </button>
            <span class="sb-filter__count">
              {own.length}件中 残り{own.filter(isOpen).length}件
            </span>
          </form>
          <div class="l-gap l-flow">
            <OwnTasks own={own} unit={unit} today={today} />
          </div>
        </>
      ),
    }
  },
})

type OwnProps = { own: readonly Task[]; unit: string | undefined; today: string }

function OwnTasks({ own, unit, today }: OwnProps) {
  if (!unit) {
    return (
      <EmptyState title="所属が登録されていません。">
        <p>担当の組織を選ぶと、その組織の作業が並びます。所属は、システム管理がアカウントに登録します。</p>
      </EmptyState>
    )
  }
  if (own.length === 0) {
    return (
      <EmptyState title={`${unit}が担当する作業はありません。`}>
        <p>事務局が担当を決めると、ここに並びます。</p>
      </EmptyState>
    )
  }
  const open = own.filter(isOpen).sort((a, b) => (a.plannedEnd < b.plannedEnd ? -1 : 1))
  const ended = own.filter((task) => !isOpen(task))
  return (
    <>
      <h2>
        {unit}の残りの作業（{open.length}件、期限の近い順）
      </h2>
      <TaskList tasks={open} today={today} />
      {ended.length > 0 && (
        <>
          <h2>終わった作業（{ended.length}件）</h2>
          <TaskList tasks={ended} today={today} />
        </>
      )}
    </>
  )
}

function TaskList({ tasks, today }: { tasks: readonly Task[]; today: string }) {
  return (
    <ul class="sb-tasks">
      {tasks.map((task) => {
        const lateness = latenessOf(task, today)
        return (
          <li key={task.id}>
            <div>
              <a href={taskAddress(task.id)}>{task.title}</a>
              {lateness && <small>{latenessWords(lateness)}</small>}
            </div>
            <div>
              <p class={lateness ? 'sb-due sb-due--late' : 'sb-due'}>{shortDay(task.plannedEnd)}まで</p>
              <p>
                <TaskBadge task={task} today={today} />
              </p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
