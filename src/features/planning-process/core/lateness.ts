import { addBusinessDays, businessDaysBetween, onOrAfter } from '#src/lib/japanese/business-days.ts'
import { inOrderOfWork } from './predecessors.ts'
import { isOpen, latestOf, type Span, type Task } from './schedule.ts'

/** Why a task counts as late today: its start has passed, or its end. */
export type Lateness = { kind: 'start' | 'end'; businessDays: number }

/** Whether a task is late on a day, and by how many business days. The day itself is still in time. */
export function latenessOf(task: Task, today: string): Lateness | undefined {
  if (!isOpen(task)) return undefined
  if (task.plannedEnd < today) return late('end', task.plannedEnd, today)
  if (task.state === 'not-started' && task.kind === 'task' && task.plannedStart < today)
    return late('start', task.plannedStart, today)
  return undefined
}

function late(kind: Lateness['kind'], since: string, today: string): Lateness | undefined {
  const businessDays = businessDaysBetween(since, today)
  return businessDays > 0 ? { kind, businessDays } : undefined
}

export type Forecast = Span & {
  /** Business days after the planned end; 0 in time. */
  delay: number
  /** The late task at the head of the chain that pushes this one. */
  causeId: string | undefined
}

/**
 * When each task will end at the earliest, if everything late is done today and nobody works faster than planned.
 *
 * A task begins on the business day after the last one it waits for, and never before its planned start; it keeps its length
 * in business days. Work that has ended is what it was.
 */
export function forecast(tasks: readonly Task[], today: string): Map<string, Forecast> {
  const expected = new Map<string, Forecast>()
  for (const task of inOrderOfWork(tasks)) expected.set(task.id, expectedOf(task, today, expected))
  return expected
}

function expectedOf(task: Task, today: string, known: ReadonlyMap<string, Forecast>): Forecast {
  const planned = { start: task.plannedStart, end: task.plannedEnd }
  if (!isOpen(task)) {
    const end = task.actualEnd ?? planned.end
    return { start: task.actualStart ?? planned.start, end, delay: 0, causeId: undefined }
  }
  const waitsFor = task.predecessors.flatMap((id) => known.get(id) ?? [])
  const last = waitsFor.reduce<Forecast | undefined>(
    (latest, one) => (latest === undefined || one.end > latest.end ? one : latest),
    undefined,
  )
  const pushedTo = last && last.delay > 0 ? addBusinessDays(last.end, 1) : undefined
  const isPushed = task.state === 'not-started' && pushedTo !== undefined && pushedTo > planned.start
  const ownStart = task.state === 'not-started' && planned.start < today ? onOrAfter(today) : planned.start
  const start = isPushed && pushedTo > ownStart ? pushedTo : ownStart
  const length = Math.max(0, businessDaysBetween(planned.start, planned.end))
  const byLength =
    task.state === 'not-started' && start > planned.start ? addBusinessDays(start, length) : planned.end
  const end = latestOf([byLength, planned.end, planned.end < today ? onOrAfter(today) : ''])
  const delay = Math.max(0, businessDaysBetween(planned.end, end))
  const causeId = delay === 0 ? undefined : isPushed ? (last?.causeId ?? task.id) : task.id
  return { start, end, delay, causeId }
}

export type LateTask = {
  task: Task
  lateness: Lateness
  /** What the delay pushes, with the business days each would end later. */
  pushes: { task: Task; delay: number; expectedEnd: string }[]
}

/** What is late today, the worst first, each with all that waits for it and would end later than planned. */
export function listLateTasks(tasks: readonly Task[], today: string): LateTask[] {
  const all = forecast(tasks, today)
  return tasks
    .flatMap((task) => {
      const lateness = latenessOf(task, today)
      return lateness ? [{ task, lateness, pushes: pushedBy(task, tasks, all) }] : []
    })
    .sort((a, b) => b.lateness.businessDays - a.lateness.businessDays || (a.task.id < b.task.id ? -1 : 1))
}

function pushedBy(
  late: Task,
  tasks: readonly Task[],
  all: ReadonlyMap<string, Forecast>,
): LateTask['pushes'] {
  const after = followersOf(tasks, late.id)
  return tasks.flatMap((task) => {
    const expected = all.get(task.id)
    if (!after.has(task.id) || !expected || expected.delay === 0) return []
    return [{ task, delay: expected.delay, expectedEnd: expected.end }]
  })
}

/** Every task that waits for this one, directly or through others. */
export function followersOf(tasks: readonly Task[], taskId: string): Set<string> {
  const followers = new Set<string>()
  const gather = (id: string) => {
    for (const task of tasks) {
      if (!task.predecessors.includes(id) || followers.has(task.id)) continue
      followers.add(task.id)
      gather(task.id)
    }
  }
  gather(taskId)
  return followers
}
