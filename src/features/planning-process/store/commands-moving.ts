import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import { type Move, moveStart, moveTask } from '../core/move.ts'
import { permissions } from '../core/permissions.ts'
import { isOpen, type Schedule, type Span } from '../core/schedule.ts'
import { todayIn, touchProcess, writeTask } from './commands.ts'
import { getSchedule, getTask } from './queries.ts'
import { tables } from './tables.ts'

type TaskMove = { taskId: string; revision: number; span: Span; reason: string; withFollowers: boolean }

/** Moves the dates of a task, and of those that wait for it if asked. What was planned stays on record with the reason. */
export const moveTaskDates = command(
  permissions,
  'move-dates',
  async (context, { taskId, revision, span, reason, withFollowers }: TaskMove) => {
    const { schedule, task } = await getTask(context, taskId)
    refuseIfStale(task, revision)
    if (!isOpen(task)) throw new Refusal('conflict', '終わった作業と中止した作業の予定は動かせません')
    const moves = moveTask(schedule.tasks, taskId, span)
    const wanted = withFollowers ? moves : moves.filter((move) => move.task.id === taskId)
    if (wanted.length === 0) throw new Refusal('conflict', '日が変わっていません')
    await carryOut(context, schedule, { moves: wanted, reason })
  },
)

type StartMove = { processId: string; revision: number; startsOn: string; reason: string }

/** The whole process begins on another day: what has not begun moves by as many business days. */
export const moveProcessStart = command(
  permissions,
  'move-dates',
  async (context, { processId, revision, startsOn, reason }: StartMove) => {
    const schedule = await getSchedule(context)
    if (schedule.process.id !== processId) throw new Refusal('not-found', '策定の工程が見つかりません')
    refuseIfStale(schedule.process, revision)
    const moves = moveStart(schedule.tasks, schedule.process.startsOn, startsOn)
    await carryOut(context, schedule, { moves, reason })
    await touchProcess(context, processId, { startsOn, revision: revision + 1 })
  },
)

type Moving = { moves: readonly Move[]; reason: string }

async function carryOut(context: Context, schedule: Schedule, { moves, reason }: Moving) {
  for (const { task, from, to } of moves) {
    const { start: plannedStart, end: plannedEnd } = to
    await writeTask(context, schedule, { ...task, plannedStart, plannedEnd, revision: task.revision + 1 })
    await tables(context)
      .insertInto('scheduleChanges')
      .values({
        id: context.newId('tc'),
        processId: schedule.process.id,
        taskId: task.id,
        fromStart: from.start,
        fromEnd: from.end,
        toStart: to.start,
        toEnd: to.end,
        reason,
        changedOn: todayIn(context),
        authorId: context.actor.id,
      })
      .execute()
  }
}
