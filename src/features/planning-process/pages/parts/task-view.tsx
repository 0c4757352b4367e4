import type { ComponentChildren } from 'preact'
import { gateLabels } from '#src/features/plan/core/stages.ts'
import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import { actualWords, latenessWords, spanWords } from '../../core/labels.ts'
import { latenessOf } from '../../core/lateness.ts'
import { plannedSpan, type Schedule, type Task, taskKindLabels } from '../../core/schedule.ts'
import { taskAddress } from './process-tabs.tsx'
import type { TaskOrigin } from './task-origin.ts'

type FactsProps = {
  task: Task
  schedule: Schedule
  today: string
  owner: string
  blocking: number | undefined
  origin: TaskOrigin | undefined
}

/** What stands fast about a task: when, who, what it waits for and what waits for it. */
export function TaskFacts({ task, schedule, today, owner, blocking, origin }: FactsProps) {
  const { phases, tasks } = schedule
  const phase = phases.find(({ id }) => id === task.phaseId)
  const before = tasks.filter(({ id }) => task.predecessors.includes(id))
  const after = tasks.filter(({ predecessors }) => predecessors.includes(task.id))
  const lateness = latenessOf(task, today)
  return (
    <dl class="dads-description-list">
      <Fact label="段階">{phase && `${fiscalYearLabel(phase.fiscalYear)} ${phase.title}`}</Fact>
      <Fact label="種類">
        {taskKindLabels[task.kind]}
        {task.requirement && `（策定方針 ${task.requirement}）`}
      </Fact>
      <Fact label="予定">
        {spanWords(plannedSpan(task))}
        {task.kind === 'milestone' && task.plannedStart !== task.plannedEnd && '（日はまだ決まっていません）'}
      </Fact>
      <Fact label="実際">{actualWords(task) ?? 'まだ'}</Fact>
      {lateness && <Fact label="遅れ">{latenessWords(lateness)}</Fact>}
      <Fact label="担当">{owner}</Fact>
      {task.gate && (
        <Fact label="関門">
          {gateLabels[task.gate]}
          {'　'}
          {blocking !== undefined &&
            (blocking > 0 ? `いま通れません（直すところ${blocking}件）　` : 'いま通れます　')}
          <a href="/staff/lint">計画の点検を開く</a>
        </Fact>
      )}
      {origin && (
        <Fact label="もとになったもの">
          {origin.href ? <a href={origin.href}>{origin.words}</a> : origin.words}
        </Fact>
      )}
      <Fact label="先に終える作業">
        <TaskLinks tasks={before} />
      </Fact>
      <Fact label="待っている作業">
        <TaskLinks tasks={after} />
      </Fact>
      {task.output && <Fact label="成果の記録">{task.output}</Fact>}
      {task.stateReason && <Fact label="中止の理由">{task.stateReason}</Fact>}
      {task.takePart && <Fact label="参加のしかた">{task.takePart}</Fact>}
      <Fact label="公開">{task.isPublic ? '市民に公開する' : '庁内のみ'}</Fact>
    </dl>
  )
}

function Fact({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd class="sb-prewrap">{children}</dd>
    </div>
  )
}

function TaskLinks({ tasks }: { tasks: readonly Task[] }) {
  if (tasks.length === 0) return <>なし</>
  return (
    <ul>
      {tasks.map(({ id, title }) => (
        <li key={id}>
          <a href={taskAddress(id)}>{title}</a>
        </li>
      ))}
    </ul>
  )
}
