import { addDays, onOrAfter, onOrBefore } from '#src/lib/japanese/business-days.ts'
import { fiscalYearOf } from '#src/lib/japanese/fiscal-year.ts'
import { moveStart } from './move.ts'
import { latestOf, type Phase, type Schedule, type Task } from './schedule.ts'
import {
  type TemplateMonth,
  type TemplatePhase,
  type TemplateStep,
  twoYearTemplate,
} from './template-steps.ts'

export const templateLabels = {
  'two-year': '2か年の標準の工程（基礎調査から決定まで）',
  empty: '空の工程',
  earlier: 'いまの工程を写し、開始日に合わせて動かす',
} as const
export type TemplateName = keyof typeof templateLabels
export const templateNames = Object.keys(templateLabels) as [TemplateName]

export type NewPhase = Omit<Phase, 'id'> & { key: string }
/** `predecessors` are keys of the same draft: ids come with the rows. */
export type NewTask = Omit<Task, 'id' | 'phaseId' | 'revision'> & { key: string; phaseKey: string }
export type ProcessDraft = { phases: NewPhase[]; tasks: NewTask[] }

/** The two-year process with its days, from the fiscal year in which it begins. */
export function draftTwoYears(startsOn: string): ProcessDraft {
  const first = fiscalYearOf(startsOn)
  return {
    phases: twoYearTemplate.map(({ title, year }, position) => ({
      key: `phase-${position}`,
      title,
      fiscalYear: first + year - 1,
      order: position + 1,
    })),
    tasks: twoYearTemplate.flatMap(({ steps }: TemplatePhase, position) =>
      steps.map((step, place) => ({
        ...taskOf(step, first),
        phaseKey: `phase-${position}`,
        order: place + 1,
      })),
    ),
  }
}

function taskOf(step: TemplateStep, firstYear: number): Omit<NewTask, 'phaseKey' | 'order'> {
  const end = lastDayOf(firstYear, step.to)
  return {
    ...blankTask,
    key: step.key,
    kind: step.isMilestone ? 'milestone' : 'task',
    title: step.title,
    requirement: step.requirement ?? '',
    gate: step.gate,
    predecessors: [...(step.after ?? [])],
    plannedStart: step.isMilestone ? end : onOrAfter(`${monthOf(firstYear, step.from)}-01`),
    plannedEnd: end,
    takePart: step.takePart ?? '',
    isPublic: !step.isInternal,
  }
}

const blankTask = {
  decisionId: undefined,
  homework: undefined,
  gate: undefined,
  ownerUnitId: undefined,
  actualStart: undefined,
  actualEnd: undefined,
  state: 'not-started',
  stateReason: '',
  output: '',
} as const

function monthOf(firstYear: number, [year, month]: TemplateMonth): string {
  const calendarYear = firstYear + year - 1 + (month < 4 ? 1 : 0)
  return `${calendarYear}-${String(month).padStart(2, '0')}`
}

function lastDayOf(firstYear: number, at: TemplateMonth): string {
  const month = monthOf(firstYear, at)
  const next = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1))
  return onOrBefore(addDays(next.toISOString().slice(0, 10), -1))
}

/**
 * An earlier process as the beginning of another, nothing of what was done: every day so many years later, and by the rest
 * in business days where the new one does not begin on the same day of the year.
 */
export function draftFromEarlier({ process, phases, tasks }: Schedule, startsOn: string): ProcessDraft {
  const years = fiscalYearOf(startsOn) - fiscalYearOf(process.startsOn)
  const fresh = tasks.map((task): Task => {
    const { gate, ownerUnitId } = task
    const start = onOrAfter(yearsLater(task.plannedStart, years))
    const end = latestOf([start, onOrBefore(yearsLater(task.plannedEnd, years))])
    const days = { plannedStart: task.kind === 'milestone' ? end : start, plannedEnd: end }
    return { ...task, ...blankTask, gate, ownerUnitId, ...days }
  })
  const begins = yearsLater(process.startsOn, years)
  const moved = new Map(moveStart(fresh, begins, startsOn).map(({ task, to }) => [task.id, to]))
  return {
    phases: phases.map(({ id, title, fiscalYear, order }) => ({
      key: id,
      title,
      order,
      fiscalYear: fiscalYear + years,
    })),
    tasks: fresh.map(({ id, phaseId, revision: _, ...task }) => ({
      ...task,
      key: id,
      phaseKey: phaseId,
      plannedStart: moved.get(id)?.start ?? task.plannedStart,
      plannedEnd: moved.get(id)?.end ?? task.plannedEnd,
    })),
  }
}

/** The same day of another year; 29 February becomes 1 March where there is none. */
function yearsLater(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10)
}
