import { isOpen, type ScheduleChange, type Task } from './schedule.ts'

/**
 * The tasks as they stood at the end of a day: what was done or begun later was still open, and a date moved later was still
 * the former one. When a task was given up is not recorded: it counts as given up on every day. Done work without a first
 * day counts as begun.
 */
export function tasksAsOf(tasks: readonly Task[], changes: readonly ScheduleChange[], day: string): Task[] {
  const later = changes.filter(({ changedOn }) => changedOn > day).toSorted(byDay)
  const formerOf = new Map(later.toReversed().map(({ taskId, from }) => [taskId, from]))
  return tasks.map((task) => {
    const former = formerOf.get(task.id)
    const planned = former ? { plannedStart: former.start, plannedEnd: former.end } : {}
    return { ...task, ...planned, ...standingOn(task, day) }
  })
}

const byDay = (a: ScheduleChange, b: ScheduleChange) =>
  a.changedOn < b.changedOn ? -1 : a.changedOn > b.changedOn ? 1 : 0

function standingOn(task: Task, day: string): Partial<Task> {
  const isDoneLater = task.state === 'done' && task.actualEnd !== undefined && task.actualEnd > day
  if (!isOpen(task) && !isDoneLater) return {}
  const hasBegun = task.actualStart === undefined ? isDoneLater : task.actualStart <= day
  if (hasBegun) return isDoneLater ? { state: 'started', actualEnd: undefined } : {}
  return { state: 'not-started', actualStart: undefined, actualEnd: undefined }
}
