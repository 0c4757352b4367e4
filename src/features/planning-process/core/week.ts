import { addDays } from '#src/lib/japanese/business-days.ts'
import { type LateTask, listLateTasks } from './lateness.ts'
import { weekdayOf } from './month.ts'
import { isOpen, type ScheduleChange, type Span, type Task } from './schedule.ts'

/** The week from Monday to Sunday a day lies in. */
export function weekOf(day: string): Span {
  const start = addDays(day, -((weekdayOf(day) + 6) % 7))
  return { start, end: addDays(start, 6) }
}

export const isWithin = ({ start, end }: Span, day: string | undefined): boolean =>
  day !== undefined && day >= start && day <= end

/** 週の報告: what was done in a week, what is due until the end of the next, and what is late today. */
export type WeeklyReport = {
  week: Span
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
  const coming = { start: week.start, end: addDays(week.end, 7) }
  const late = listLateTasks(tasks, today)
  const isLate = new Set(late.map(({ task }) => task.id))
  const byEnd = (a: Task, b: Task) => (a.plannedEnd < b.plannedEnd ? -1 : a.plannedEnd > b.plannedEnd ? 1 : 0)
  return {
    week,
    done: tasks.filter(({ state, actualEnd }) => state === 'done' && isWithin(week, actualEnd)),
    begun: tasks.filter((task) => isOpen(task) && isWithin(week, task.actualStart)),
    due: tasks
      .filter((task) => isOpen(task) && !isLate.has(task.id) && isWithin(coming, task.plannedEnd))
      .sort(byEnd),
    late,
    changes: changes.filter(({ changedOn }) => isWithin(week, changedOn)),
  }
}
