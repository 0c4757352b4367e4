import { addBusinessDays, businessDaysBetween, onOrAfter } from '#src/lib/japanese/business-days.ts'
import { followersOf } from './lateness.ts'
import { inOrderOfWork } from './predecessors.ts'
import { isOpen, latestOf, plannedSpan, type Span, type Task } from './schedule.ts'

/** One date that would move: the task, where it stands and where it would stand. */
export type Move = { task: Task; from: Span; to: Span }

/**
 * The whole process begins on another day: everything not yet begun keeps its distance from the start in business days.
 *
 * Work in progress keeps its start and moves its end; what has ended or was given up stays as it was.
 */
export function moveStart(tasks: readonly Task[], from: string, to: string): Move[] {
  const distance = businessDaysBetween(onOrAfter(from), onOrAfter(to))
  return tasks.flatMap((task) => {
    if (!isOpen(task)) return []
    const moved = {
      start: task.state === 'started' ? task.plannedStart : addBusinessDays(task.plannedStart, distance),
      end: addBusinessDays(task.plannedEnd, distance),
    }
    return moveTo(task, moved.end < moved.start ? { ...moved, end: moved.start } : moved)
  })
}

/**
 * One task moves, and with it those that wait for it: each begins at the earliest on the business day after the last one it
 * waits for, and keeps its length in business days. A follower that still has room stays where it is.
 */
export function moveTask(tasks: readonly Task[], taskId: string, span: Span): Move[] {
  const after = followersOf(tasks, taskId)
  const spans = new Map(tasks.map((task) => [task.id, plannedSpan(task)]))
  spans.set(taskId, span)
  for (const task of inOrderOfWork(tasks)) {
    if (!after.has(task.id) || task.state !== 'not-started') continue
    const ends = task.predecessors.flatMap((id) => spans.get(id)?.end ?? [])
    const earliest = addBusinessDays(latestOf(ends), 1)
    if (earliest <= task.plannedStart) continue
    const length = Math.max(0, businessDaysBetween(task.plannedStart, task.plannedEnd))
    spans.set(task.id, { start: earliest, end: addBusinessDays(earliest, length) })
  }
  return tasks.flatMap((task) => moveTo(task, spans.get(task.id) ?? plannedSpan(task)))
}

function moveTo(task: Task, to: Span): Move[] {
  const from = plannedSpan(task)
  return from.start === to.start && from.end === to.end ? [] : [{ task, from, to }]
}
