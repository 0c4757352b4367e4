import { z } from 'zod'
import type { Gate } from '#src/features/plan/core/lint/finding.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { hashOfToken } from '#src/platform/hash-of-token.ts'
import { latenessOf } from '../core/lateness.ts'
import { permissions } from '../core/permissions.ts'
import { daysIn } from '../core/reminders.ts'
import {
  inReadingOrder,
  type PlanningProcess,
  type Schedule,
  type ScheduleChange,
  type Task,
} from '../core/schedule.ts'
import { tables } from './tables.ts'

/** The process in use, the newest; undefined before one was made. */
export async function findSchedule(context: Context): Promise<Schedule | undefined> {
  authorize(context, permissions, 'read-process')
  const process = await newestProcess(context)
  return process && scheduleOf(context, process)
}

export async function getSchedule(context: Context): Promise<Schedule> {
  return found(await findSchedule(context), '策定の工程')
}

export type TaskPlace = { schedule: Schedule; task: Task }

export async function getTask(context: Context, taskId: string): Promise<TaskPlace> {
  const schedule = await getSchedule(context)
  return {
    schedule,
    task: found(
      schedule.tasks.find(({ id }) => id === taskId),
      '作業',
    ),
  }
}

/** The process as residents see it: without internal tasks, and nothing at all before it was opened. */
export async function findPublicSchedule(context: Context): Promise<Schedule | undefined> {
  authorize(context, permissions, 'read-public-process')
  const process = await newestProcess(context)
  if (!process?.openedAt) return undefined
  const { phases, tasks } = await scheduleOf(context, process)
  const shown = tasks.filter(({ isPublic }) => isPublic)
  const ids = new Set(shown.map(({ id }) => id))
  return {
    process,
    phases: phases.filter(({ id }) => shown.some(({ phaseId }) => phaseId === id)),
    tasks: shown.map((task) => ({
      ...task,
      ownerUnitId: undefined,
      decisionId: undefined,
      homework: undefined,
      predecessors: task.predecessors.filter((one) => ids.has(one)),
    })),
  }
}

/** The tasks that follow from some decisions (会議の決定から生まれた作業). */
export async function listFollowUps(context: Context, decisionIds: readonly string[]): Promise<Task[]> {
  const schedule = await findSchedule(context)
  return (schedule?.tasks ?? []).filter(
    ({ decisionId }) => decisionId !== undefined && decisionIds.includes(decisionId),
  )
}

/** The tasks that the 宿題 of one hearing became. */
export async function listHomeworkTasks(context: Context, sheetId: string): Promise<Task[]> {
  const schedule = await findSchedule(context)
  return (schedule?.tasks ?? []).filter(({ homework }) => homework?.sheetId === sheetId)
}

/** Every date that was moved, the newest first. */
export async function listScheduleChanges(context: Context): Promise<ScheduleChange[]> {
  authorize(context, permissions, 'read-process')
  return changesOf(context, await newestProcess(context))
}

/** The moved dates of what residents see. */
export async function listPublicChanges(context: Context): Promise<ScheduleChange[]> {
  const shown = await findPublicSchedule(context)
  const ids = new Set(shown?.tasks.map(({ id }) => id))
  return (await changesOf(context, shown?.process)).filter(({ taskId }) => ids.has(taskId))
}

async function changesOf(context: Context, process: PlanningProcess | undefined): Promise<ScheduleChange[]> {
  if (!process) return []
  const rows = await tables(context)
    .selectFrom('scheduleChanges')
    .selectAll()
    .where('processId', '=', process.id)
    .orderBy('changedOn', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ id, taskId, fromStart, fromEnd, toStart, toEnd, reason, changedOn }) => ({
    id,
    taskId,
    from: { start: fromStart, end: fromEnd },
    to: { start: toStart, end: toEnd },
    reason,
    changedOn,
  }))
}

/** How many tasks are late: the number beside the menu. */
export async function countLateTasks(context: Context): Promise<number> {
  const today = tokyoDay(context.now)
  const schedule = await findSchedule(context)
  return schedule?.tasks.filter((task) => latenessOf(task, today)).length ?? 0
}

async function newestProcess(context: Context): Promise<PlanningProcess | undefined> {
  const row = await tables(context)
    .selectFrom('planningProcesses')
    .selectAll()
    .orderBy('order', 'desc')
    .executeTakeFirst()
  if (!row) return undefined
  const { order: _, openedAt, reminderDays, ...process } = row
  return { ...process, openedAt: openedAt ?? undefined, reminderDays: daysIn(reminderDays) }
}

const ids = z.array(z.string())

async function scheduleOf(context: Context, process: PlanningProcess): Promise<Schedule> {
  const phases = await tables(context)
    .selectFrom('processPhases')
    .select(['id', 'title', 'fiscalYear', 'order'])
    .where('processId', '=', process.id)
    .orderBy('order')
    .orderBy('id')
    .execute()
  const rows = await tables(context)
    .selectFrom('processTasks')
    .selectAll()
    .where('processId', '=', process.id)
    .execute()
  const tasks = rows.map(
    ({ processId: _, audience, homeworkSheetId, homeworkRow, ...row }): Task => ({
      ...row,
      gate: (row.gate ?? undefined) as Gate | undefined,
      ownerUnitId: row.ownerUnitId ?? undefined,
      decisionId: row.decisionId ?? undefined,
      homework: homeworkSheetId === null ? undefined : { sheetId: homeworkSheetId, row: homeworkRow ?? 0 },
      predecessors: ids.parse(JSON.parse(row.predecessors)),
      actualStart: row.actualStart ?? undefined,
      actualEnd: row.actualEnd ?? undefined,
      isPublic: audience === 'public',
    }),
  )
  return { process, phases, tasks: inReadingOrder({ phases, tasks }) }
}

/** Whether the person who asks has an address for their calendar. */
export async function hasFeed(context: Context): Promise<boolean> {
  authorize(context, permissions, 'subscribe-calendar')
  const row = await tables(context)
    .selectFrom('calendarFeeds')
    .select('accountId')
    .where('accountId', '=', context.actor.id)
    .executeTakeFirst()
  return row !== undefined
}

/** Whose calendar a secret address is. The address is the permission; who it belongs to is looked at anew each time. */
export async function findFeedOwner(context: Context, token: string): Promise<string | undefined> {
  const row = await tables(context)
    .selectFrom('calendarFeeds')
    .select('accountId')
    .where('tokenHash', '=', hashOfToken(token))
    .executeTakeFirst()
  return row?.accountId
}
