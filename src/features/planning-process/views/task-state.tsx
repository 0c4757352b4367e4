import { Badge, type BadgeTone } from '#src/ui/parts.tsx'
import { latenessOf } from '../core/lateness.ts'
import { type Task, type TaskState, taskStateLabels } from '../core/schedule.ts'

const tones: Record<TaskState, BadgeTone> = {
  'not-started': 'quiet',
  started: 'info',
  done: 'ok',
  cancelled: 'quiet',
}

/** The state in a word, and 遅れ beside it where it is late today. */
export function TaskBadge({ task, today }: { task: Task; today: string }) {
  return (
    <span>
      <Badge tone={tones[task.state]}>{taskStateLabels[task.state]}</Badge>
      {latenessOf(task, today) && (
        <>
          {' '}
          <Badge tone="error">遅れ</Badge>
        </>
      )}
    </span>
  )
}
