import { isOpen, type Task } from './schedule.ts'

/** Where the making of the plan stands on a day, as residents ask it. */
export type Standing = {
  /** いま何をしている？ */
  running: Task[]
  /** つぎは？ The milestones and tasks that come next. */
  next: Task[]
  /** いつ決まる？ */
  decision: Task | undefined
  /** どこで意見を言える？ Those open now first, then those to come. */
  takingPart: { task: Task; isNow: boolean }[]
}

const mostNext = 3

/** Tasks that end on one day stay in the order they were given, which is that of the schedule. */
export function standingOn(tasks: readonly Task[], today: string): Standing {
  const open = tasks.filter(isOpen)
  const running = open.filter((task) => task.state === 'started')
  const coming = open
    .filter(({ state, plannedEnd }) => state === 'not-started' && plannedEnd >= today)
    .sort((a, b) => compare(a.plannedEnd, b.plannedEnd))
  const decision = coming.findLast(({ gate }) => gate === 'G4')
  const takingPart = open
    .filter(({ takePart }) => takePart !== '')
    .map((task) => ({ task, isNow: task.state === 'started' && task.plannedStart <= today }))
    .sort((a, b) => Number(b.isNow) - Number(a.isNow) || compare(a.task.plannedStart, b.task.plannedStart))
  return { running, next: coming.slice(0, mostNext), decision, takingPart }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
