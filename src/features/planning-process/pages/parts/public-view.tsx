import type { ComponentChildren } from 'preact'
import { shortDay } from '#src/lib/japanese/day-words.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { Badge, Disclosure, Section } from '#src/ui/parts.tsx'
import { monthWords, spanWords } from '../../core/labels.ts'
import { plannedSpan, type Schedule, type ScheduleChange, type Task } from '../../core/schedule.ts'
import { type Standing, standingOn } from '../../core/standing.ts'
import { ChangeTable } from './change-table.tsx'
import { describe, GanttFigure } from './gantt-figure.tsx'
import { TaskTable } from './task-table.tsx'

type ViewProps = {
  schedule: Schedule
  changes: readonly ScheduleChange[]
  today: string
  /** Bodies and meetings, of another room. */
  children?: ComponentChildren
}

export function PublicProcess({ schedule, changes, today, children }: ViewProps) {
  const { process, tasks } = schedule
  const standing = standingOn(tasks, today)
  return (
    <>
      <h1>策定の進行</h1>
      <p class="sb-lead l-measure">
        {process.lead && `${process.lead} `}予定が変わったときは、前の予定も理由とともに残します。
      </p>
      <Answers standing={standing} />
      <TakingPart standing={standing} />
      <div class="l-section l-section--plain">
        <GanttFigure id="schedule" schedule={schedule} today={today} title="計画ができるまでの工程">
          <Disclosure label="表で見る">
            <TaskTable schedule={schedule} today={today} caption="工程の一覧" />
          </Disclosure>
          <a href="/process/tasks.csv">
            データ（CSV）<span class="vh">：工程</span>
          </a>
          <a href="/process/calendar.ics">予定表に入れる（iCalendar）</a>
        </GanttFigure>
        <p class="sb-sub l-gap">{describe(schedule, today)}</p>
      </div>
      {children}
      <Changes changes={changes} tasks={tasks} />
    </>
  )
}

/** The three questions a resident comes with, answered on the first screen. */
function Answers({ standing: { running, next, decision, takingPart } }: { standing: Standing }) {
  const open = takingPart.filter(({ isNow }) => isNow)
  const coming = takingPart.find(({ isNow }) => !isNow)
  return (
    <dl class="sb-facts l-gap sb-answers">
      <div>
        <dt>いま何をしている？</dt>
        <dd>
          {running.length > 0 ? running.map(({ title }) => title).join('、') : '進行中の作業はありません'}
        </dd>
      </div>
      <div>
        <dt>次は何がある？</dt>
        <dd>
          {next.length > 0
            ? next.map(({ title, plannedEnd }) => `${title}（${monthWords(plannedEnd)}）`).join('、')
            : '予定された作業はすべて始まりました'}
        </dd>
      </div>
      <div>
        <dt>いつ決まる？</dt>
        <dd>
          {decision ? `${monthWords(decision.plannedEnd)}の予定です` : '決定の予定日は、ここに載せます'}
        </dd>
      </div>
      <div>
        <dt>どこで意見を言える？</dt>
        <dd>
          {open.length > 0
            ? open.map(({ task }) => `${task.title}（${shortDay(task.plannedEnd)}まで）`).join('、')
            : coming
              ? `次は${coming.task.title}（${monthWords(coming.task.plannedStart)}から）`
              : 'いまはありません'}
        </dd>
      </div>
    </dl>
  )
}

function TakingPart({ standing: { takingPart } }: { standing: Standing }) {
  if (takingPart.length === 0) return null
  return (
    <Section id="take-part" title="参加する">
      <ul class="sb-rows">
        {takingPart.map(({ task, isNow }) => (
          <li key={task.id}>
            <p class="sb-rows__when">
              {isNow ? <b>{eraDay(task.plannedEnd)}まで</b> : spanWords(plannedSpan(task))}
            </p>
            <div>
              <p class="sb-rows__title">{task.title}</p>
              <p>{task.takePart}</p>
            </div>
            <p>
              <Badge tone={isNow ? 'info' : 'quiet'}>{isNow ? '受付中' : 'これから'}</Badge>
            </p>
          </li>
        ))}
      </ul>
      <p class="sb-sub l-gap">
        インターネットを使わない方も、電話・FAX・郵送・窓口で参加できます。下の問合せ先へお知らせください。
      </p>
    </Section>
  )
}

const mostChanges = 10

function Changes({ changes, tasks }: { changes: readonly ScheduleChange[]; tasks: readonly Task[] }) {
  const names = new Map(tasks.map(({ id, title }) => [id, title]))
  const older = changes.slice(mostChanges)
  const table = (some: readonly ScheduleChange[], caption: string) => (
    <ChangeTable changes={some} caption={caption} nameOf={(id) => names.get(id)} />
  )
  return (
    <Section id="changes" title="予定の変更">
      {changes.length === 0 ? (
        <p>いままでに変わった予定はありません。</p>
      ) : (
        table(changes.slice(0, mostChanges), `変わった予定（${changes.length}件、新しい順）`)
      )}
      {older.length > 0 && (
        <Disclosure label={`前の変更を見る（${older.length}件）`}>{table(older, '前の変更')}</Disclosure>
      )}
    </Section>
  )
}
