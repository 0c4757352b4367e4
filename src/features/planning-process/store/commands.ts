import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { homeworkOf } from '#src/features/request-sheets/core/homework.ts'
import { getSheet } from '#src/features/request-sheets/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { found, Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { hashOfToken } from '#src/platform/hash-of-token.ts'
import { mayReportTask, permissions } from '../core/permissions.ts'
import {
  type HomeworkPlace,
  isSameHomework,
  type PlanningProcess,
  type Schedule,
  type Span,
  type Task,
} from '../core/schedule.ts'
import {
  cycleProblem,
  type PhaseContent,
  type ProcessContent,
  reportProblems,
  type TaskContent,
  type TaskReport,
} from '../core/task-form.ts'
import { draftFromEarlier, draftTwoYears, type ProcessDraft, type TemplateName } from '../core/template.ts'
import { findSchedule, getSchedule, getTask } from './queries.ts'
import { tables } from './tables.ts'

type NewProcess = ProcessContent & { template: TemplateName; startsOn: string }

/** Makes the process of a plan (工程をつくる). It becomes the one in use; the earlier stays in the database. */
export const makeProcess = command(permissions, 'make-process', async (context, given: NewProcess) => {
  const { title, lead, startsOn, template, reminderDays } = given
  const draft = draftOf(template, startsOn, await findSchedule(context))
  const id = context.newId('pp')
  const earlier = await tables(context).selectFrom('planningProcesses').select('order').execute()
  const order = Math.max(0, ...earlier.map((process) => process.order)) + 1
  const process = { id, title, lead, startsOn, openedAt: null, order, revision: 1 }
  await tables(context)
    .insertInto('planningProcesses')
    .values({ ...process, reminderDays: reminderDays.join() })
    .execute()
  await writeDraft(context, id, draft)
  return id
})

function draftOf(template: TemplateName, startsOn: string, earlier: Schedule | undefined): ProcessDraft {
  if (template === 'two-year') return draftTwoYears(startsOn)
  if (template === 'empty') return { phases: [], tasks: [] }
  if (!earlier) throw new Refusal('conflict', '写すもとになる工程がありません')
  return draftFromEarlier(earlier, startsOn)
}

async function writeDraft(context: Context, processId: string, { phases, tasks }: ProcessDraft) {
  const phaseIds = new Map(phases.map(({ key }) => [key, context.newId('ph')]))
  const taskIds = new Map(tasks.map(({ key }) => [key, context.newId('ta')]))
  for (const { key, ...phase } of phases) {
    const id = phaseIds.get(key) ?? ''
    await tables(context)
      .insertInto('processPhases')
      .values({ ...phase, id, processId })
      .execute()
  }
  for (const { key, phaseKey, predecessors, ...task } of tasks) {
    const known = predecessors.flatMap((one) => taskIds.get(one) ?? [])
    const phaseId = phaseIds.get(phaseKey) ?? ''
    const row = { ...task, id: taskIds.get(key) ?? '', phaseId, predecessors: known, revision: 1 }
    await tables(context).insertInto('processTasks').values(rowOf(row, processId)).execute()
  }
}

function rowOf({ isPublic, predecessors, homework, ...task }: Task, processId: string) {
  return {
    ...task,
    processId,
    gate: task.gate ?? null,
    decisionId: task.decisionId ?? null,
    homeworkSheetId: homework?.sheetId ?? null,
    homeworkRow: homework?.row ?? null,
    ownerUnitId: task.ownerUnitId ?? null,
    actualStart: task.actualStart ?? null,
    actualEnd: task.actualEnd ?? null,
    predecessors: JSON.stringify(predecessors),
    audience: isPublic ? ('public' as const) : ('internal' as const),
  }
}

type ProcessChange = { processId: string; revision: number; content: ProcessContent }

export const changeProcess = command(
  permissions,
  'change-process',
  async (context, { processId, revision, content }: ProcessChange) => {
    refuseIfStale(await processInUse(context, processId), revision)
    const reminderDays = content.reminderDays.join()
    await touchProcess(context, processId, { ...content, reminderDays, revision: revision + 1 })
  },
)

/** Residents see the process from now on (工程を公開する), or no longer. The publisher decides, not the author. */
export const openProcess = command(
  permissions,
  'open-process',
  async (context, { processId, isOpen }: { processId: string; isOpen: boolean }) => {
    const { revision } = await processInUse(context, processId)
    const openedAt = isOpen ? context.now.toISOString() : null
    await touchProcess(context, processId, { openedAt, revision: revision + 1 })
  },
)

async function processInUse(context: Context, processId: string): Promise<PlanningProcess> {
  const { process } = await getSchedule(context)
  return found(process.id === processId ? process : undefined, '策定の工程')
}

type ProcessValues = Partial<{
  title: string
  lead: string
  startsOn: string
  openedAt: string | null
  reminderDays: string
  revision: number
}>

export async function touchProcess(context: Context, processId: string, values: ProcessValues) {
  await tables(context).updateTable('planningProcesses').set(values).where('id', '=', processId).execute()
}

export const addPhase = command(
  permissions,
  'change-process',
  async (context, { processId, title, fiscalYear }: PhaseContent & { processId: string }) => {
    await processInUse(context, processId)
    const { phases } = await getSchedule(context)
    const id = context.newId('ph')
    const order = Math.max(0, ...phases.map((phase) => phase.order)) + 1
    await tables(context)
      .insertInto('processPhases')
      .values({ id, processId, title, fiscalYear, order })
      .execute()
    return id
  },
)

type NewTask = {
  content: TaskContent
  span: Span
  decisionId?: string | undefined
  homework?: HomeworkPlace | undefined
}

/** Adds a task, also one that follows from a decision, or from the 宿題 of a hearing: of each of those once. */
export const addTask = command(
  permissions,
  'change-process',
  async (context, { content, span, decisionId, homework }: NewTask) => {
    const { process, phases, tasks } = await getSchedule(context)
    refuseUnknown(content, { phases, tasks })
    if (homework) await refuseHomework(context, homework, tasks)
    const id = context.newId('ta')
    const order = Math.max(0, ...tasks.map((task) => task.order)) + 1
    const days = {
      plannedStart: span.start,
      plannedEnd: span.end,
      actualStart: undefined,
      actualEnd: undefined,
    }
    const fresh = { state: 'not-started', stateReason: '', output: '', order, revision: 1 } as const
    const row = rowOf({ ...content, ...days, ...fresh, decisionId, homework, id }, process.id)
    await tables(context).insertInto('processTasks').values(row).execute()
    return id
  },
)

async function refuseHomework(context: Context, place: HomeworkPlace, tasks: readonly Task[]) {
  const { sheet, round } = await getSheet(context, place.sheetId)
  if (!homeworkOf(round, sheet).some(({ row }) => row === place.row))
    throw new Refusal('not-found', '課が確かめたヒアリングの記録に、この宿題が見つかりません')
  if (tasks.some((task) => isSameHomework(task.homework, place)))
    throw new Refusal('conflict', 'この宿題は、すでに工程の作業になっています')
}

type TaskChange = { taskId: string; revision: number; content: TaskContent }

/** Changes what a task is; its dates move by `moveTaskDates`, with a reason. */
export const changeTask = command(
  permissions,
  'change-process',
  async (context, { taskId, revision, content }: TaskChange) => {
    const { schedule, task } = await getTask(context, taskId)
    refuseIfStale(task, revision)
    refuseUnknown(content, schedule)
    const cycle = cycleProblem(schedule.tasks, taskId, content.predecessors)
    if (cycle) throw new Refusal('conflict', cycle)
    await writeTask(context, schedule, { ...task, ...content, revision: revision + 1 })
  },
)

function refuseUnknown({ phaseId, predecessors }: TaskContent, { phases, tasks }: Omit<Schedule, 'process'>) {
  if (!phases.some(({ id }) => id === phaseId)) throw new Refusal('conflict', '段階が見つかりません')
  if (predecessors.some((one) => !tasks.some(({ id }) => id === one)))
    throw new Refusal('conflict', '先に終える作業が見つかりません')
}

type Report = { taskId: string; revision: number; report: TaskReport }

/** Records how far a task is and what came out of it. A section reports on its own tasks only. */
export const reportTask = command(
  permissions,
  'report-task',
  async (context, { taskId, revision, report }: Report) => {
    const { schedule, task } = await getTask(context, taskId)
    if (!mayReportTask(await getOwner(context), task))
      throw new Refusal('forbidden', 'この作業を記録できるのは、担当の課と事務局です')
    refuseIfStale(task, revision)
    const [problem] = Object.values(reportProblems(task, report))
    if (problem) throw new Refusal('conflict', problem)
    await writeTask(context, schedule, { ...task, ...report, revision: revision + 1 })
  },
)

export async function writeTask(context: Context, { process }: Schedule, task: Task) {
  const { id, ...values } = rowOf(task, process.id)
  await tables(context).updateTable('processTasks').set(values).where('id', '=', id).execute()
}

/** Gives the person's calendar a new secret address; the former one no longer works. */
export const makeFeed = command(
  permissions,
  'subscribe-calendar',
  async (context, { token }: { token: string }) => {
    const accountId = context.actor.id
    await tables(context).deleteFrom('calendarFeeds').where('accountId', '=', accountId).execute()
    const createdAt = context.now.toISOString()
    await tables(context)
      .insertInto('calendarFeeds')
      .values({ accountId, tokenHash: hashOfToken(token), createdAt })
      .execute()
  },
)

export const dropFeed = command(permissions, 'subscribe-calendar', async (context, _: object) => {
  await tables(context).deleteFrom('calendarFeeds').where('accountId', '=', context.actor.id).execute()
})

/** Today, as the schedule counts it. */
export const todayIn = (context: Context) => tokyoDay(context.now)
