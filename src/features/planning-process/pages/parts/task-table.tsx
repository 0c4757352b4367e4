import { gateLabels } from '#src/features/plan/core/stages.ts'
import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import { NoValue } from '#src/ui/parts.tsx'
import { actualWords, spanWords } from '../../core/labels.ts'
import { plannedSpan, type Schedule, type Task } from '../../core/schedule.ts'
import { TaskBadge } from '../../views/task-state.tsx'

type TaskTableProps = {
  schedule: Pick<Schedule, 'phases' | 'tasks'>
  today: string
  caption: string
  /** For staff: names are links, and the unit that answers stands in a column of its own. */
  unitName?: (unitId: string) => string
}

/** The schedule as a table, phase by phase: the twin of the drawing. */
export function TaskTable({ schedule: { phases, tasks }, today, caption, unitName }: TaskTableProps) {
  return (
    <table class="dads-table dads-table--cards sb-tasktable">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">作業</th>
          {unitName && <th scope="col">担当</th>}
          <th scope="col">予定</th>
          <th scope="col">実際</th>
          <th scope="col">状態</th>
        </tr>
      </thead>
      {phases.map(({ id, title, fiscalYear }) => (
        <tbody key={id}>
          <tr class="is-strong">
            <th scope="rowgroup" colSpan={unitName ? 5 : 4}>
              {fiscalYearLabel(fiscalYear)}　{title}
            </th>
          </tr>
          {tasks
            .filter(({ phaseId }) => phaseId === id)
            .map((task) => (
              <TaskRow key={task.id} task={task} today={today} unitName={unitName} />
            ))}
        </tbody>
      ))}
    </table>
  )
}

type RowProps = { task: Task; today: string; unitName: TaskTableProps['unitName'] }

function TaskRow({ task, today, unitName }: RowProps) {
  return (
    <tr>
      <th scope="row">
        {unitName ? <a href={`/staff/process/tasks/${task.id}`}>{task.title}</a> : task.title}
        {(task.requirement || task.gate) && (
          <span class="sb-sub">
            {task.requirement && `　${task.requirement}`}
            {task.gate && unitName && `　関門 ${gateLabels[task.gate]}`}
          </span>
        )}
      </th>
      {unitName && (
        <td data-label="担当" class="is-nowrap">
          {task.ownerUnitId ? unitName(task.ownerUnitId) : <NoValue words="担当なし" />}
        </td>
      )}
      <td data-label="予定">{spanWords(plannedSpan(task))}</td>
      <td data-label="実際">{actualWords(task) ?? <NoValue words="まだ" />}</td>
      <td data-label="状態">
        <TaskBadge task={task} today={today} />
      </td>
    </tr>
  )
}
