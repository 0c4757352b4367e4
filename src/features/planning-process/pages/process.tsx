import { isWithoutOwner } from '#src/features/organization/core/ownership.ts'
import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { eraDay, tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { page } from '#src/platform/page.ts'
import { AboutScreen, EmptyState, Section } from '#src/ui/parts.tsx'
import { listLateTasks } from '../core/lateness.ts'
import { permissions } from '../core/permissions.ts'
import { isOpen, type Schedule, type Task } from '../core/schedule.ts'
import { findSchedule } from '../store/queries.ts'
import { describe, GanttFigure } from './parts/gantt-figure.tsx'
import { NoProcess, ProcessTabs, taskAddress } from './parts/process-tabs.tsx'
import { TaskTable } from './parts/task-table.tsx'

/** 工程: the whole process as a drawing and as a table. */
export const processPage = page('/staff/process', {
  audience: 'staff',
  async show(context) {
    const schedule = await findSchedule(context)
    if (!schedule) return { title: '工程と期限', body: <NoProcess actor={context.actor} /> }
    const units = await listUnits(context)
    const today = tokyoDay(context.now)
    const { process } = schedule
    return {
      title: '工程と期限',
      facts: [
        { label: '工程', value: process.title },
        { label: '開始', value: eraDay(process.startsOn) },
        { label: '公開', value: process.openedAt ? '公開中' : '公開していない' },
        { label: '遅れ', value: `${listLateTasks(schedule.tasks, today).length}件` },
      ],
      printLine: `${process.title} 工程表　${eraDay(today)}現在`,
      body: (
        <Overview
          context={context}
          schedule={schedule}
          today={today}
          ownerless={schedule.tasks.filter(
            (task) => isOpen(task) && task.ownerUnitId && isWithoutOwner(units, task.ownerUnitId, today),
          )}
          unitName={(id) => unitNameOn(units, id, today) ?? ''}
        />
      ),
    }
  },
})

type OverviewProps = {
  context: Context
  schedule: Schedule
  today: string
  /** Open tasks of units that were split or abolished: nobody has them until the secretariat names a section. */
  ownerless: readonly Task[]
  unitName: (unitId: string) => string
}

function Overview({ context, schedule, today, ownerless, unitName }: OverviewProps) {
  const mayChange = mayDo(context.actor, permissions, 'change-process')
  return (
    <>
      <div class="sb-title">
        <h1>工程と期限</h1>
        {mayChange && (
          <a class="dads-button dads-button--secondary" href="/staff/process/tasks/new">
            作業・節目を加える
          </a>
        )}
      </div>
      <ProcessTabs actor={context.actor} current="/staff/process" />
      {mayChange && ownerless.length > 0 && (
        <Section id="ownerless" title={`引き継ぐ課が決まっていない作業（${ownerless.length}）`}>
          <p>組織改編で分かれた課、なくなった課の作業です。作業を開き、担当を決めてください。</p>
          <ul class="sb-list">
            {ownerless.map(({ id, title, ownerUnitId = '' }) => (
              <li key={id}>
                <a href={taskAddress(id)}>{title}</a>：{unitName(ownerUnitId)}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <div class="l-gap l-flow">
        {schedule.tasks.length === 0 ? (
          <EmptyState title="まだ作業がありません。">
            <p>
              <a href="/staff/process/settings">設定</a>で段階をつくり、作業と節目を加えます。
            </p>
          </EmptyState>
        ) : (
          <>
            <p>{describe(schedule, today)}</p>
            <GanttFigure id="process" schedule={schedule} today={today} title="工程表" isForA3>
              <p class="sb-sub sb-noprint">A3横で印刷できます（ブラウザーの印刷）。</p>
            </GanttFigure>
            <TaskTable schedule={schedule} today={today} unitName={unitName} caption="工程の一覧" />
          </>
        )}
      </div>
      <AboutScreen>
        <p>
          計画ができるまでの段階、作業、節目です。作業の名前を開くと、状態と成果を記録し、予定の日を動かせます。
          日を動かすと、前の予定と理由が「予定の変更」に残ります。開庁日は、土日、国民の祝日、12月29日から1月3日までを除いた日です。
        </p>
      </AboutScreen>
    </>
  )
}
