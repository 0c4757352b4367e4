import type { CalendarEvent } from '#src/lib/calendar/write-calendar.ts'
import { plannedSpan, type Task, taskStateLabels } from './schedule.ts'

/** Tasks as entries of a calendar: a task is its last day (the deadline), what residents can join is all its days. */
export function scheduleEvents(tasks: readonly Task[], addressOf: (task: Task) => string): CalendarEvent[] {
  return tasks
    .filter(({ state }) => state !== 'cancelled')
    .map((task) => {
      const { start, end } = plannedSpan(task)
      const isDeadline = task.kind === 'task' && task.takePart === ''
      return {
        id: task.id,
        title: isDeadline ? `${task.title}（期限）` : task.title,
        firstDay: isDeadline ? end : start,
        lastDay: end,
        description: [taskStateLabels[task.state], task.takePart].filter(Boolean).join('\n'),
        url: addressOf(task),
      }
    })
}
