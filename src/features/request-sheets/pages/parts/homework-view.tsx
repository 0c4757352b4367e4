import { readDay } from '#src/features/organization/core/read-day.ts'
import { permissions as processPermissions } from '#src/features/planning-process/core/permissions.ts'
import { findSchedule } from '#src/features/planning-process/store/queries.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { Section } from '#src/ui/parts.tsx'
import { type Homework, homeworkOf } from '../../core/homework.ts'
import type { RequestRound, RequestSheet } from '../../core/sheets.ts'

type Line = Homework & { taskId: string | undefined }

/** 宿題 of a hearing whose record the section has confirmed, each with the task it became; nothing before. */
export async function homeworkLines(
  context: Context,
  round: RequestRound,
  sheet: RequestSheet,
): Promise<Line[]> {
  const isConfirmed = sheet.state === 'answered' || sheet.state === 'accepted'
  if (round.sheetType !== 'hearing' || !isConfirmed) return []
  const mayRead = mayDo(context.actor, processPermissions, 'read-process')
  const tasks = (mayRead ? await findSchedule(context) : undefined)?.tasks ?? []
  return homeworkOf(round, sheet).map((one) => ({
    ...one,
    taskId: tasks.find(({ title, ownerUnitId }) => title === titleOf(one) && ownerUnitId === sheet.unitId)
      ?.id,
  }))
}

const titleOf = ({ what }: Homework) => what.slice(0, 80)

type Props = { lines: readonly Line[]; unitId: string; mayAdd: boolean }

/** From a word in a record to a task of the schedule, with a deadline and its reminders. */
export function HomeworkView({ lines, unitId, mayAdd }: Props) {
  if (lines.length === 0) return null
  return (
    <Section id="homework" title={`宿題（${lines.length}）`}>
      <ul class="sb-list">
        {lines.map((line) => (
          <li key={line.what}>
            {line.what}
            {[line.who, line.until].filter(Boolean).length > 0 &&
              `（${[line.who, line.until].filter(Boolean).join('、')}）`}
            {line.taskId ? (
              <>
                {' '}
                <a href={`/staff/process/tasks/${line.taskId}`}>
                  工程の作業になっています<span class="vh">：{line.what}</span>
                </a>
              </>
            ) : (
              mayAdd && (
                <>
                  {' '}
                  <a href={newTaskAddress(line, unitId)}>
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

function newTaskAddress(line: Homework, ownerUnitId: string): string {
  const end = readDay(line.until) ?? ''
  return `/staff/process/tasks/new?${new URLSearchParams({ title: titleOf(line), ownerUnitId, end })}`
}

export const mayAddTask = ({ actor }: Context) => mayDo(actor, processPermissions, 'change-process')
