import { monthWords } from './labels.ts'
import { isOpen, type Task } from './schedule.ts'
import { standingOn } from './standing.ts'

/** One step of the way to the plan, as a resident reads it in a line. */
export type RouteStep = { id: string; when: string; what: string; place: 'past' | 'now' | 'next' }

const mostSteps = 7
const mostNext = 3

/**
 * The way to the plan in at most seven steps: the milestones passed last, what is going on (first of all what residents can
 * take part in), and the milestones that come next. Empty where the schedule has no milestone.
 */
export function routeOf(tasks: readonly Task[], today: string): RouteStep[] {
  const milestones = tasks.filter(({ kind }) => kind === 'milestone')
  if (milestones.length === 0) return []
  const next = inOrder(milestones.filter(isOpen), ({ plannedEnd }) => plannedEnd).slice(0, mostNext)
  const now = nowOf(tasks, today)
  const passed = inOrder(
    milestones.filter(({ state }) => state === 'done'),
    dayDone,
  )
  return [
    ...passed.slice(-(mostSteps - next.length - now.length)).map((task) => step(task, 'past', dayDone(task))),
    ...now,
    ...next.map((task) => step(task, 'next', task.plannedEnd)),
  ]
}

/** What residents can take part in today, two at most; else the first task under way. */
function nowOf(tasks: readonly Task[], today: string): RouteStep[] {
  const { takingPart, running } = standingOn(tasks, today)
  const open = takingPart.filter(({ isNow }) => isNow).map(({ task }) => task)
  const shown = open.length > 0 ? open.slice(0, 2) : running.filter(({ kind }) => kind === 'task').slice(0, 1)
  const last = inOrder(shown, ({ plannedEnd }) => plannedEnd).at(-1)
  return last
    ? [{ ...step(last, 'now', last.plannedEnd), what: shown.map(({ title }) => title).join('、') }]
    : []
}

const dayDone = ({ actualEnd, plannedEnd }: Task) => actualEnd ?? plannedEnd

const inOrder = (tasks: readonly Task[], dayOf: (task: Task) => string) =>
  tasks.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0))

const step = ({ id, title }: Task, place: RouteStep['place'], day: string): RouteStep => ({
  id,
  what: title,
  place,
  when: place === 'now' ? `${monthWords(day)}まで` : monthWords(day),
})
