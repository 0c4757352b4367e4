import type { ComponentChildren } from 'preact'
import { shortDay } from '#src/lib/japanese/day-words.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { Section } from '#src/ui/parts.tsx'
import { changeWords, latenessWords } from '../../core/labels.ts'
import type { LateTask } from '../../core/lateness.ts'
import type { Task } from '../../core/schedule.ts'
import type { WeeklyReport } from '../../core/week.ts'
import { taskAddress } from './process-tabs.tsx'
import type { NextMeeting, WeekDecision } from './week-meetings.ts'

type WeekProps = {
  report: WeeklyReport
  decisions: readonly WeekDecision[]
  next: readonly NextMeeting[]
  titleOf: (taskId: string) => string
  unitName: (unitId: string | undefined) => string
}

/** The report of a week, chapter by chapter; an empty chapter says so. */
export function WeekView({ report, decisions, next, titleOf, unitName }: WeekProps) {
  const { done, begun, due, late, changes, asOf } = report
  return (
    <div class="sb-week">
      <Chapter id="done" title="終わった作業" count={done.length}>
        {done.map((task) => (
          <Line key={task.id} task={task} unit={unitName(task.ownerUnitId)}>
            {task.actualEnd && `${shortDay(task.actualEnd)}に完了`}
            {task.output && `。${task.output}`}
          </Line>
        ))}
      </Chapter>
      <Chapter id="begun" title="始めた作業" count={begun.length}>
        {begun.map((task) => (
          <Line key={task.id} task={task} unit={unitName(task.ownerUnitId)}>
            期限 {eraDay(task.plannedEnd)}
          </Line>
        ))}
      </Chapter>
      <Chapter id="due" title="次の週の終わりまでに期限がくる作業" count={due.length}>
        {due.map((task) => (
          <Line key={task.id} task={task} unit={unitName(task.ownerUnitId)}>
            期限 {eraDay(task.plannedEnd)}
          </Line>
        ))}
      </Chapter>
      <Chapter id="late" title={`遅れている作業（${eraDay(asOf)}現在）`} count={late.length}>
        {late.map((one) => (
          <Line key={one.task.id} task={one.task} unit={unitName(one.task.ownerUnitId)}>
            {latenessWords(one.lateness)}。{pushWords(one)}
          </Line>
        ))}
      </Chapter>
      <Chapter id="changes" title="動かした予定" count={changes.length}>
        {changes.map((change) => (
          <li key={change.id}>
            <a href={taskAddress(change.taskId)}>{titleOf(change.taskId)}</a>：{changeWords(change)}（
            {change.reason}）
          </li>
        ))}
      </Chapter>
      <Chapter id="decisions" title="決まったこと" count={decisions.length}>
        {decisions.map(({ id, day, by, kind, words, href }) => (
          <li key={id}>
            {shortDay(day)}　<a href={href}>{by}</a>　{kind}
            {words && `：${words}`}
          </li>
        ))}
      </Chapter>
      <Chapter id="next" title="これからの会議" count={next.length}>
        {next.map(({ id, name, when, topics, href }) => (
          <li key={id}>
            <a href={href}>{name}</a>　{when}
            {topics && `　議題：${topics}`}
          </li>
        ))}
      </Chapter>
    </div>
  )
}

type ChapterProps = { id: string; title: string; count: number; children: ComponentChildren }

function Chapter({ id, title, count, children }: ChapterProps) {
  return (
    <Section id={id} title={`${title}（${count}件）`}>
      {count === 0 ? <p class="sb-sub">ありません。</p> : <ul class="sb-list">{children}</ul>}
    </Section>
  )
}

function Line({ task, unit, children }: { task: Task; unit: string; children: ComponentChildren }) {
  return (
    <li>
      <a href={taskAddress(task.id)}>{task.title}</a>（{unit}）　{children}
    </li>
  )
}

const pushWords = ({ pushes }: LateTask) =>
  pushes.length === 0
    ? '押される作業はありません。'
    : `押される作業：${pushes.map(({ task, delay }) => `${task.title}（${delay}開庁日）`).join('、')}。`
