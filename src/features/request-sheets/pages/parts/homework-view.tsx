import { readDay } from '#src/features/organization/core/read-day.ts'
import { latenessWords } from '#src/features/planning-process/core/labels.ts'
import { latenessOf } from '#src/features/planning-process/core/lateness.ts'
import { permissions as processPermissions } from '#src/features/planning-process/core/permissions.ts'
import type { Task } from '#src/features/planning-process/core/schedule.ts'
import { listHomeworkTasks } from '#src/features/planning-process/store/queries.ts'
import { TaskBadge } from '#src/features/planning-process/views/task-state.tsx'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Section } from '#src/ui/parts.tsx'
import { type Homework, homeworkOf } from '../../core/homework.ts'
import type { RequestRound, RequestSheet } from '../../core/sheets.ts'

type Line = Homework & { task: Task | undefined }

/** 宿題 of a hearing whose record the section has confirmed, each with the task it became; nothing before. */
export async function homeworkLines(
  context: Context,
  round: RequestRound,
  sheet: RequestSheet,
): Promise<Line[]> {
  const all = homeworkOf(round, sheet)
  const mayRead = mayDo(context.actor, processPermissions, 'read-process')
  const tasks = all.length > 0 && mayRead ? await listHomeworkTasks(context, sheet.id) : []
  return all.map((one) => ({ ...one, task: tasks.find(({ homework }) => homework?.row === one.row) }))
}

type Props = { lines: readonly Line[]; sheet: RequestSheet; mayAdd: boolean; today: string }

/** From a word in a record to a task of the schedule, with a deadline and its reminders, and how far that is. */
export function HomeworkView({ lines, sheet, mayAdd, today }: Props) {
  if (lines.length === 0) return null
  return (
    <Section id="homework" title={`宿題（${lines.length}）`}>
      <ul class="sb-list">
        {lines.map((line) => (
          <li key={line.row}>
            {line.what}
            {[line.who, line.until].filter(Boolean).length > 0 &&
              `（${[line.who, line.until].filter(Boolean).join('、')}）`}
            {line.task ? (
              <TaskStanding task={line.task} today={today} />
            ) : (
              mayAdd && (
                <>
                  {' '}
                  <a href={newTaskAddress(line, sheet)}>
                    作業にする<span class="vh">：{line.what}</span>
                  </a>
                </>
              )
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function TaskStanding({ task, today }: { task: Task; today: string }) {
  const lateness = latenessOf(task, today)
  return (
    <p>
      工程の作業：<a href={`/staff/process/tasks/${task.id}`}>{task.title}</a>{' '}
      <TaskBadge task={task} today={today} />{' '}
      <span class="sb-sub">
        {task.actualEnd ? `${eraDay(task.actualEnd)}に完了` : `期限 ${eraDay(task.plannedEnd)}`}
        {lateness && `（${latenessWords(lateness)}）`}
      </span>
    </p>
  )
}

/** A long 宿題 is cut to the length of a title; the link of the task to it says the rest. */
function newTaskAddress({ row, what, until }: Homework, { id, unitId }: RequestSheet): string {
  const task = { title: what.slice(0, 80), ownerUnitId: unitId, end: readDay(until) ?? '' }
  const from = { homeworkSheetId: id, homeworkRow: String(row) }
  return `/staff/process/tasks/new?${new URLSearchParams({ ...task, ...from })}`
}

export const mayAddTask = ({ actor }: Context) => mayDo(actor, processPermissions, 'change-process')
