import { expect, test } from 'vitest'
import { addDays } from '#src/lib/japanese/business-days.ts'
import type { ScheduleChange, Task } from './schedule.ts'
import { weeklyReport, weekOf } from './week.ts'

const task = (id: string, own: Partial<Task>) =>
  ({ id, kind: 'task', state: 'started', predecessors: [], title: id, ...own }) as Task
const today = '2026-09-09'

test('a week runs from Monday to Sunday, whichever of its days is asked', () => {
  for (let at = 0; at < 7; at++)
    expect(weekOf(addDays('2026-09-07', at))).toEqual({ start: '2026-09-07', end: '2026-09-13' })
})

test('done and begun are told by the day they were, due until the end of next week, late apart', () => {
  const report = weeklyReport({
    tasks: [
      task('done', {
        state: 'done',
        plannedStart: '2026-08-01',
        plannedEnd: '2026-09-08',
        actualEnd: '2026-09-08',
      }),
      task('before', {
        state: 'done',
        plannedStart: '2026-08-01',
        plannedEnd: '2026-09-04',
        actualEnd: '2026-09-04',
      }),
      task('begun', { actualStart: '2026-09-07', plannedStart: '2026-09-07', plannedEnd: '2026-12-01' }),
      task('due', { actualStart: '2026-08-03', plannedStart: '2026-08-03', plannedEnd: '2026-09-18' }),
      task('later', { actualStart: '2026-08-03', plannedStart: '2026-08-03', plannedEnd: '2026-09-24' }),
      task('late', { actualStart: '2026-08-03', plannedStart: '2026-08-03', plannedEnd: '2026-09-07' }),
      task('pushed', {
        state: 'not-started',
        plannedStart: '2026-09-08',
        plannedEnd: '2026-09-30',
        predecessors: ['late'],
      }),
    ],
    changes: [
      { id: 'in', changedOn: '2026-09-07' },
      { id: 'out', changedOn: '2026-09-14' },
    ] as ScheduleChange[],
    day: today,
    today,
  })
  expect(report.done.map(({ id }) => id)).toEqual(['done'])
  expect(report.begun.map(({ id }) => id)).toEqual(['begun'])
  expect(report.due.map(({ id }) => id)).toEqual(['due'])
  const late = report.late.find((one) => one.task.id === 'late')
  expect(late?.pushes.map((push) => push.task.id)).toEqual(['pushed'])
  expect(report.changes.map(({ id }) => id)).toEqual(['in'])
})
