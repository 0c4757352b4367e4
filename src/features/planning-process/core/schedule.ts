import type { Gate } from '#src/features/plan/core/lint/finding.ts'

export const taskStateLabels = {
  'not-started': '未着手',
  started: '着手',
  done: '完了',
  cancelled: '中止',
} as const
export type TaskState = keyof typeof taskStateLabels
export const taskStates = Object.keys(taskStateLabels) as [TaskState]

export const taskKindLabels = { task: '作業', milestone: '節目' } as const
export type TaskKind = keyof typeof taskKindLabels
export const taskKinds = Object.keys(taskKindLabels) as [TaskKind]

/** 策定工程: the making of one plan. `openedAt`: residents see it since then. */
export type PlanningProcess = {
  id: string
  title: string
  lead: string
  startsOn: string
  openedAt: string | undefined
  /** Days before the end of a task on which its unit is reminded; negative ones come after. */
  reminderDays: number[]
  revision: number
}

/** 段階: a chapter of the process within one fiscal year. */
export type Phase = { id: string; title: string; fiscalYear: number; order: number }

/**
 * 作業 or 節目 (milestone). A milestone is one day; while its day is not fixed, from the earliest to the latest.
 *
 * Whether something is late is never kept: it follows from dates, state and today.
 */
export type Task = {
  id: string
  phaseId: string
  kind: TaskKind
  title: string
  /** The number the step has in the policy for making the plan (策定方針), such as 令和3年度(1)③. */
  requirement: string
  gate: Gate | undefined
  ownerUnitId: string | undefined
  /** The tasks that must end before this one begins. */
  predecessors: string[]
  plannedStart: string
  plannedEnd: string
  actualStart: string | undefined
  actualEnd: string | undefined
  state: TaskState
  stateReason: string
  /** What came out of it (成果の記録). */
  output: string
  /** How residents can take part; empty where they cannot. */
  takePart: string
  isPublic: boolean
  /** The decision of a meeting it follows from. */
  decisionId?: string | undefined
  homework?: HomeworkPlace | undefined
  order: number
  revision: number
}

/** The 宿題 of a hearing a task follows from: the sheet that is its record, and the row there. A renamed task keeps it. */
export type HomeworkPlace = { sheetId: string; row: number }

export const isSameHomework = (a: HomeworkPlace | undefined, b: HomeworkPlace) =>
  a?.sheetId === b.sheetId && a.row === b.row

/** A date that was moved, with the reason: nothing here is ever changed or taken away. */
export type ScheduleChange = {
  id: string
  taskId: string
  from: Span
  to: Span
  reason: string
  changedOn: string
}

export type Span = { start: string; end: string }
export type Schedule = { process: PlanningProcess; phases: Phase[]; tasks: Task[] }

export const plannedSpan = ({
  plannedStart,
  plannedEnd,
}: Pick<Task, 'plannedStart' | 'plannedEnd'>): Span => ({
  start: plannedStart,
  end: plannedEnd,
})

/** What still has to be done. */
export const isOpen = ({ state }: Pick<Task, 'state'>) => state === 'not-started' || state === 'started'

/** The latest of some days; empty where there are none. */
export const latestOf = (days: readonly string[]) => days.toSorted().at(-1) ?? ''

export const tasksById = (tasks: readonly Task[]) => new Map(tasks.map((task) => [task.id, task]))

/** The tasks in the order people read them: by phase, then by their place in it. */
export function inReadingOrder({ phases, tasks }: Pick<Schedule, 'phases' | 'tasks'>): Task[] {
  const place = new Map(phases.map(({ id }, position) => [id, position]))
  return [...tasks].sort(
    (a, b) =>
      (place.get(a.phaseId) ?? 0) - (place.get(b.phaseId) ?? 0) ||
      a.order - b.order ||
      (a.id < b.id ? -1 : 1),
  )
}
