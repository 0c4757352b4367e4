import { sessionsDuring } from '#src/features/deliberation/store/queries-sessions.ts'
import { SittingWarning } from '#src/features/deliberation/views/sitting-warning.tsx'
import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { unitChoices } from '#src/features/organization/views/unit-choices.ts'
import { blockingAt } from '#src/features/plan/core/lint/lint-plan.ts'
import { permissions as planPermissions } from '#src/features/plan/core/permissions.ts'
import { lintNow } from '#src/features/plan/store/queries/lint.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { page, type Screen } from '#src/platform/page.ts'
import type { VersionRow } from '#src/ui/both-versions.tsx'
import { FormHead } from '#src/ui/form-head.tsx'
import { Disclosure, Section } from '#src/ui/parts.tsx'
import type { Move } from '../core/move.ts'
import { mayReportTask, permissions } from '../core/permissions.ts'
import { isOpen, latestOf, type Task } from '../core/schedule.ts'
import { getTask } from '../store/queries.ts'
import { TaskBadge } from '../views/task-state.tsx'
import { processCrumb } from './parts/process-tabs.tsx'
import { submitTask } from './parts/submit-task.ts'
import { enteredOfTask, TaskFields } from './parts/task-fields.tsx'
import { MoveForm, MovePreview, ReportForm } from './parts/task-forms.tsx'
import { originOf } from './parts/task-origin.ts'
import { TaskFacts } from './parts/task-view.tsx'

/** One task: what it is, how far it is, when it is planned. Three forms, one act at a time. */
export const taskPage = page('/staff/process/tasks/:taskId', {
  audience: 'staff',
  show: (context, { params }) => screen(context, params.taskId, {}),
  async submit(context, { params: { taskId } }, form) {
    const outcome = await submitTask(context, taskId, form)
    if ('seeOther' in outcome) return outcome
    const { status, ...state } = outcome
    return { ...(await screen(context, taskId, state)), status }
  },
})

type State = {
  entered?: Entered
  problems?: Problems
  rows?: readonly VersionRow[]
  moves?: readonly Move[]
  chosen?: readonly string[]
}

async function screen(context: Context, taskId: string, state: State): Promise<Screen> {
  const { schedule, task } = await getTask(context, taskId)
  const units = await listUnits(context)
  const mayReport = mayReportTask(await getOwner(context), task)
  const today = tokyoDay(context.now)
  const owner = task.ownerUnitId ? (unitNameOn(units, task.ownerUnitId, today) ?? '') : '担当なし'
  const entered = { ...enteredOf(task), ...state.entered }
  const problems = state.problems ?? {}
  const form = { task, entered, problems }
  const sessions = await sessionsOn(context, state.moves?.map(({ to }) => to.end) ?? [])
  return {
    title: task.title,
    crumbs: [processCrumb],
    body: (
      <>
        <FormHead problems={problems} rows={state.rows} />
        <div class="sb-title">
          <h1>{task.title}</h1>
          <p>
            <TaskBadge task={task} today={today} />
          </p>
        </div>
        {task.kind === 'task' && isOpen(task) && !state.moves && (
          <SittingWarning
            what="期限"
            day={task.plannedEnd}
            sessions={await sessionsOn(context, [task.plannedEnd])}
          />
        )}
        {state.moves && (
          <Section id="preview" title="動かす前の確認">
            {state.moves
              .filter((move) => move.task.kind === 'task')
              .map((move) => (
                <SittingWarning
                  key={move.task.id}
                  what={`「${move.task.title}」の期限`}
                  day={move.to.end}
                  sessions={sessions}
                />
              ))}
            <MovePreview task={task} entered={entered} moves={state.moves} />
          </Section>
        )}
        <TaskFacts
          task={task}
          schedule={schedule}
          today={today}
          owner={owner}
          blocking={await blockingFindings(context, task)}
          origin={await originOf(context, task)}
        />
        {mayReport && (
          <Section id="report" title="状態と成果の記録">
            <ReportForm {...form} />
          </Section>
        )}
        {mayDo(context.actor, permissions, 'move-dates') && isOpen(task) && !state.moves && (
          <Section id="move" title="予定の日を動かす">
            <MoveForm {...form} />
          </Section>
        )}
        {mayDo(context.actor, permissions, 'change-process') && (
          <Section id="change" title="作業の内容">
            <Disclosure label="名前、担当、先に終える作業などを直す" open={state.chosen !== undefined}>
              <form method="post" class="sb-form" aria-label="作業の内容" action="#error-summary">
                <input type="hidden" name="revision" value={task.revision} />
                <TaskFields
                  entered={entered}
                  problems={problems}
                  phases={schedule.phases}
                  units={unitChoices(units, today, [task.ownerUnitId])}
                  others={schedule.tasks.filter(({ id }) => id !== taskId)}
                  chosen={state.chosen ?? task.predecessors}
                />
                <button class="dads-button" type="submit" name="act" value="change">
                  内容を保存する
                </button>
              </form>
            </Disclosure>
          </Section>
        )}
      </>
    ),
  }
}

/** The sessions of an assembly around some days. */
async function sessionsOn(context: Context, days: readonly string[]) {
  const [from, to] = [days.toSorted().at(0), latestOf(days)]
  return from ? sessionsDuring(context, { from, to }) : []
}

/** How many findings of the lint stand between the working plan and the gate of a milestone. */
async function blockingFindings(context: Context, { gate }: Task): Promise<number | undefined> {
  const plan =
    gate && mayDo(context.actor, planPermissions, 'read-working-plan') && (await findPrimaryPlan(context))
  if (!gate || !plan) return undefined
  const report = await lintNow(context, await getPlanDocument(context, plan.id))
  return blockingAt(report, gate).length
}

const enteredOf = (task: Task): Entered => ({
  ...enteredOfTask(task),
  state: task.state,
  actualStart: task.actualStart ?? '',
  actualEnd: task.actualEnd ?? '',
  output: task.output,
  stateReason: task.stateReason,
  start: task.plannedStart,
  end: task.plannedEnd,
})
