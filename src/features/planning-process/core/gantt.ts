import { fiscalYearOf } from '#src/lib/japanese/fiscal-year.ts'
import { latenessOf } from './lateness.ts'
import { latestOf, type Phase, type Task } from './schedule.ts'

/** How a bar is drawn: what has ended, what runs, what is late, what comes, what was given up. */
export type BarLook = 'done' | 'running' | 'late' | 'coming' | 'cancelled'

export const barLookLabels: Record<BarLook, string> = {
  done: '完了',
  running: '進行中',
  late: '遅れ',
  coming: 'これから',
  cancelled: '中止',
}

export function lookOf(task: Task, today: string): BarLook {
  if (task.state === 'done') return 'done'
  if (task.state === 'cancelled') return 'cancelled'
  if (latenessOf(task, today)) return 'late'
  return task.state === 'started' ? 'running' : 'coming'
}

/** Where a bar lies as shares of the whole width; `until` is today inside a bar that runs. */
export type Bar = { task: Task; look: BarLook; from: number; to: number; until: number | undefined }
export type GanttRow = { kind: 'phase'; title: string } | ({ kind: 'bar' } & Bar)

export type Gantt = {
  fiscalYears: number[]
  rows: GanttRow[]
  /** Today as a share of the width, where it lies inside. */
  today: number | undefined
}

/** The drawing of a schedule over whole fiscal years, as shares from 0 to 1: one for screen, paper and narrow screens. */
export function drawGantt(
  { phases, tasks }: { phases: readonly Phase[]; tasks: readonly Task[] },
  today: string,
): Gantt {
  const days = tasks.flatMap((task) => Object.values(shownSpan(task)))
  const years = days.map(fiscalYearOf)
  const [first, last] =
    days.length > 0 ? [Math.min(...years), Math.max(...years)] : [fiscalYearOf(today), fiscalYearOf(today)]
  const fiscalYears = Array.from({ length: last - first + 1 }, (_, position) => first + position)
  const share = shareIn(first, last)
  const barOf = (task: Task): Bar => {
    const { start, end } = shownSpan(task)
    const look = lookOf(task, today)
    const runs = task.state === 'started' && start < today && today < end
    return { task, look, from: share(start), to: share(end, 1), until: runs ? share(today) : undefined }
  }
  const rows = phases.flatMap(({ id, title }): GanttRow[] => {
    const own = tasks.filter(({ phaseId }) => phaseId === id)
    if (own.length === 0) return []
    return [{ kind: 'phase', title }, ...own.map((task): GanttRow => ({ kind: 'bar', ...barOf(task) }))]
  })
  const isInside = today >= `${first}-04-01` && today <= `${last + 1}-03-31`
  return { fiscalYears, rows, today: isInside ? share(today) : undefined }
}

/** What was, where it is known, otherwise what is planned. */
export function shownSpan(task: Task): { start: string; end: string } {
  const start =
    task.actualStart ?? (task.actualEnd && task.kind === 'milestone' ? task.actualEnd : task.plannedStart)
  const end = task.actualEnd ?? task.plannedEnd
  return { start, end: latestOf([start, end]) }
}

function shareIn(first: number, last: number) {
  const [from, to] = [instantOf(`${first}-04-01`), instantOf(`${last + 1}-04-01`)]
  return (day: string, more = 0) => (instantOf(day) + more * oneDay - from) / (to - from)
}

const oneDay = 24 * 60 * 60 * 1000
const instantOf = (day: string) => Date.parse(`${day}T00:00:00Z`)
