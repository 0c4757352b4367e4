import type { ComponentChildren } from 'preact'
import { shortDay } from '#src/lib/japanese/day-words.ts'
import { eraDay } from '#src/lib/japanese/fiscal-year.ts'
import { drawGantt, lookOf } from '../../core/gantt.ts'
import type { Schedule } from '../../core/schedule.ts'
import { GanttChart } from './gantt-chart.tsx'

type FigureProps = {
  id: string
  schedule: Pick<Schedule, 'phases' | 'tasks'>
  today: string
  title: string
  /** Printed on A3, over its whole width. */
  isForA3?: boolean
  /** The table and the links below the drawing. */
  children: ComponentChildren
}

/** The drawing of the schedule with what it says in a sentence; the table twin stands below. */
export function GanttFigure({ id, schedule, today, title, isForA3 = false, children }: FigureProps) {
  return (
    <>
      <figure class={isForA3 ? 'sb-figure sb-a3' : 'sb-figure'}>
        <figcaption class="sb-figure__cap">
          <span class="sb-figure__title">{title}</span>
          <span class="sb-figure__find">
            黒は終わったもの、青は進行中、点線はこれから、赤い枠は遅れているものです。◆は節目（決定・審議など）です。
          </span>
        </figcaption>
        <GanttChart
          id={id}
          title={title}
          isForA3={isForA3}
          description={describe(schedule, today)}
          gantt={drawGantt(schedule, today)}
          todayLabel={shortDay(today)}
        />
      </figure>
      <div class="sb-figure__foot">{children}</div>
    </>
  )
}

/** 令和8年11月27日現在、28件のうち、完了9件、進行中4件、遅れ1件。 */
export function describe({ tasks }: Pick<Schedule, 'tasks'>, today: string): string {
  const count = (look: ReturnType<typeof lookOf>) =>
    tasks.filter((task) => lookOf(task, today) === look).length
  const parts = [`完了${count('done')}件`, `進行中${count('running')}件`]
  if (count('late') > 0) parts.push(`遅れ${count('late')}件`)
  parts.push(`これから${count('coming')}件`)
  return `${eraDay(today)}現在、${tasks.length}件のうち、${parts.join('、')}です。`
}
