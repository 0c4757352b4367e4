import type { z } from 'zod'
import type { Context } from '#src/platform/context.ts'
import { unlessStale } from '#src/platform/errors.ts'
import { type Entered, enteredIn, entriesOf, type Problems, readForm } from '#src/platform/form.ts'
import type { SeeOther } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import { type Move, moveTask } from '../../core/move.ts'
import { type Task, taskStateLabels } from '../../core/schedule.ts'
import { cycleProblem, moveForm, reportForm, reportProblems, taskForm } from '../../core/task-form.ts'
import { changeTask, reportTask } from '../../store/commands.ts'
import { moveTaskDates } from '../../store/commands-moving.ts'
import { getTask } from '../../store/queries.ts'

type Back = {
  status: 200 | 409 | 422
  entered: Entered
  problems?: Problems
  rows?: readonly VersionRow[]
  moves?: readonly Move[]
  chosen?: readonly string[]
}

/** What the forms of a task do, by the button pressed. */
export async function submitTask(context: Context, taskId: string, form: FormData): Promise<SeeOther | Back> {
  const act = String(form.get('act') ?? '')
  if (act === 'report') return report(context, taskId, form)
  if (act === 'change') return change(context, taskId, form)
  return move(context, taskId, form)
}

const revisionIn = (entered: Entered) => Number(entered['revision'])
const saved = (taskId: string): SeeOther => ({ seeOther: `/staff/process/tasks/${taskId}?notice=saved` })

async function report(context: Context, taskId: string, form: FormData): Promise<SeeOther | Back> {
  const read = readForm(reportForm, form)
  const { entered } = read
  if (read.problems) return { status: 422, entered, problems: read.problems }
  const { task } = await getTask(context, taskId)
  const problems = reportProblems(task, read.values)
  if (Object.keys(problems).length > 0) return { status: 422, entered, problems }
  const given = { taskId, revision: revisionIn(entered), report: read.values }
  const outcome = await unlessStale(reportTask(context, given))
  return outcome.isStale ? stale(context, taskId, entered) : saved(taskId)
}

async function change(context: Context, taskId: string, form: FormData): Promise<SeeOther | Back> {
  const read = readForm(taskForm, form)
  const { entered } = read
  const chosen = entriesOf(form, 'predecessors')
  if (read.problems) return { status: 422, entered, problems: read.problems, chosen }
  const { schedule } = await getTask(context, taskId)
  const cycle = cycleProblem(schedule.tasks, taskId, chosen)
  if (cycle) return { status: 422, entered, problems: { predecessors: cycle }, chosen }
  const content = contentOf(read.values, chosen)
  const outcome = await unlessStale(changeTask(context, { taskId, revision: revisionIn(entered), content }))
  return outcome.isStale ? { ...(await stale(context, taskId, entered)), chosen } : saved(taskId)
}

/** The content of a task as read, with what it waits for. */
export const contentOf = (values: z.infer<typeof taskForm>, predecessors: string[]) => ({
  ...values,
  gate: values.gate || undefined,
  predecessors,
})

async function move(context: Context, taskId: string, form: FormData): Promise<SeeOther | Back> {
  const read = readForm(moveForm, form)
  const { entered } = read
  if (read.problems) return { status: 422, entered, problems: read.problems }
  const { schedule } = await getTask(context, taskId)
  const { start, end, reason } = read.values
  const moves = moveTask(schedule.tasks, taskId, { start, end })
  if (!moves.some(({ task }) => task.id === taskId)) {
    return { status: 422, entered, problems: { start: '日が変わっていません' } }
  }
  const act = enteredIn(form)['act']
  if (act !== 'move-one' && act !== 'move-all') return { status: 200, entered, moves }
  const outcome = await unlessStale(
    moveTaskDates(context, {
      taskId,
      revision: revisionIn(entered),
      span: { start, end },
      reason,
      withFollowers: act === 'move-all',
    }),
  )
  return outcome.isStale ? stale(context, taskId, entered) : saved(taskId)
}

async function stale(context: Context, taskId: string, entered: Entered): Promise<Back> {
  const { task } = await getTask(context, taskId)
  return {
    status: 409,
    entered: { ...entered, revision: String(task.revision) },
    rows: rowsOf(task, entered),
  }
}

function rowsOf(task: Task, typed: Entered): VersionRow[] {
  const stateOf = (state: string | undefined) => taskStateLabels[state as Task['state']] ?? ''
  const all: [string, string, string][] = [
    ['名前', 'title', task.title],
    ['参加のしかた', 'takePart', task.takePart],
    ['始めた日', 'actualStart', task.actualStart ?? ''],
    ['終わった日', 'actualEnd', task.actualEnd ?? ''],
    ['成果の記録', 'output', task.output],
    ['始まりの日', 'start', task.plannedStart],
    ['終わりの日', 'end', task.plannedEnd],
  ]
  const rows = all
    .filter(([, name]) => typed[name] !== undefined)
    .map(([label, name, now]) => ({ label, saved: now, typed: typed[name] ?? '' }))
  if (typed['state'] === undefined) return rows
  return [{ label: '状態', saved: stateOf(task.state), typed: stateOf(typed['state']) }, ...rows]
}
