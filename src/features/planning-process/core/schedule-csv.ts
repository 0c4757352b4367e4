import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import { type Schedule, taskKindLabels, taskStateLabels } from './schedule.ts'

/** The schedule as rows of an open table: days as YYYY-MM-DD, one row a task. */
export function scheduleRows({ phases, tasks }: Pick<Schedule, 'phases' | 'tasks'>): string[][] {
  const phaseOf = new Map(phases.map((phase) => [phase.id, phase]))
  const rows = tasks.map((task) => {
    const phase = phaseOf.get(task.phaseId)
    return [
      task.id,
      phase ? fiscalYearLabel(phase.fiscalYear) : '',
      phase?.title ?? '',
      taskKindLabels[task.kind],
      task.title,
      task.plannedStart,
      task.plannedEnd,
      task.actualStart ?? '',
      task.actualEnd ?? '',
      taskStateLabels[task.state],
      task.stateReason,
    ]
  })
  const head = [
    'id',
    '年度',
    '段階',
    '種類',
    '作業',
    '予定の始まり',
    '予定の終わり',
    '実際の始まり',
    '実際の終わり',
  ]
  return [[...head, '状態', '理由'], ...rows]
}
