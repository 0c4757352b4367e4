import { addDays } from '#src/lib/japanese/business-days.ts'
import { weekdayOf } from '#src/lib/japanese/day-words.ts'
import { tasksAsOf } from './as-of.ts'
import { type LateTask, listLateTasks } from './lateness.ts'
import { isOpen, type ScheduleChange, type Span, type Task } from './schedule.ts'

/** The week from Monday to Sunday a day lies in. */
export function weekOf(day: string): Span {
  const start = addDays(day, -((weekdayOf(day) + 6) % 7))
  return { start, end: addDays(start, 6) }
}

export const isWithin = ({ start, end }: Span, day: string | undefined): boolean =>
  day !== undefined && day >= start && day <= end

/** 週の報告: what was done in a week, what is due until the end of the next, and what is late, as it stood on `asOf`. */
export type WeeklyReport = {
  week: Span
  /** The end of the week; of one that goes on, or is to come, today. */
  asOf: string
  done: Task[]
  begun: Task[]
  /** Open, and not late: until the end of the week after. */
  due: Task[]
  late: LateTask[]
  changes: ScheduleChange[]
}

type Source = { tasks: readonly Task[]; changes: readonly ScheduleChange[]; day: string; today: string }

export function weeklyReport({ tasks, changes, day, today }: Source): WeeklyReport {
  const week = weekOf(day)
  const asOf = today < week.end ? today : week.end
  const then = tasksAsOf(tasks, changes, asOf)
  const coming = { start: week.start, end: addDays(week.end, 7) }
  const late = listLateTasks(then, asOf)
  const isLate = new Set(late.map(({ task }) => task.id))
  const byEnd = (a: Task, b: Task) => (a.plannedEnd < b.plannedEnd ? -1 : a.plannedEnd > b.plannedEnd ? 1 : 0)
  return {
    week,
    asOf,
    done: tasks.filter(({ state, actualEnd }) => state === 'done' && isWithin(week, actualEnd)),
    begun: then.filter((task) => isOpen(task) && isWithin(week, task.actualStart)),
    due: then
      .filter((task) => isOpen(task) && !isLate.has(task.id) && isWithin(coming, task.plannedEnd))
      .sort(byEnd),
    late,
    changes: changes.filter(({ changedOn }) => isWithin(week, changedOn)),
  }
}
