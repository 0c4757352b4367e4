import { latenessWords } from '#src/features/planning-process/core/labels.ts'
import { latenessOf } from '#src/features/planning-process/core/lateness.ts'
import { permissions } from '#src/features/planning-process/core/permissions.ts'
import { isOpen, type Task, taskStateLabels } from '#src/features/planning-process/core/schedule.ts'
import { findSchedule } from '#src/features/planning-process/store/queries.ts'
import { daysBetween } from '#src/lib/japanese/business-days.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Asking, nothingToday, type RoomToday, type TodayWork } from '../../core/today.ts'

/** Tasks that end within this many days, that have begun, or that are late. */
const soon = 14

/** The schedule: for the secretariat all tasks, for a section its own; milestones as days to keep in mind. */
export async function processToday(context: Context, asking: Asking): Promise<RoomToday> {
  if (!mayDo(context.actor, permissions, 'read-process')) return nothingToday
  const tasks = ((await findSchedule(context))?.tasks ?? []).filter(isOpen)
  const { isSecretariat, owner, today } = asking
  const own = tasks.filter(
    ({ ownerUnitId }) => isSecretariat || (ownerUnitId !== undefined && owner.unitIds.has(ownerUnitId)),
  )
  return {
    figures: [],
    work: own
      .filter(({ kind }) => kind === 'task')
      .filter(
        (task) =>
          latenessOf(task, today) || task.state === 'started' || daysBetween(today, task.plannedEnd) <= soon,
      )
      .map((task) => workOf(task, today)),
    days: tasks
      .filter(({ kind }) => kind === 'milestone')
      .map(({ id, title, plannedEnd }) => ({ id, day: plannedEnd, title, href: addressOf(id) })),
  }
}

function workOf(task: Task, today: string): TodayWork {
  const lateness = latenessOf(task, today)
  return {
    id: task.id,
    title: task.title,
    href: addressOf(task.id),
    note: lateness ? `工程　${latenessWords(lateness)}` : '工程',
    dueOn: task.plannedEnd,
    state: lateness
      ? { words: '遅れ', tone: 'error' }
      : { words: taskStateLabels[task.state], tone: task.state === 'started' ? 'info' : 'quiet' },
  }
}

const addressOf = (taskId: string) => `/staff/process/tasks/${taskId}`
