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

test('a past week is told as it stood at its end: work done or moved later was late then, work begun then had begun', () => {
  const days = { plannedStart: '2026-08-03', plannedEnd: '2026-09-10' }
  const begun = { ...days, actualStart: '2026-09-08' }
  const report = weeklyReport({
    tasks: [
      task('done later', { ...begun, state: 'done', actualEnd: '2026-09-21' }),
      task('moved later', { ...begun, actualStart: '2026-08-03', plannedEnd: '2026-12-01' }),
      task('begun later', { ...days, actualStart: '2026-09-21', plannedEnd: '2026-12-01' }),
      task('late since', { ...days, actualStart: '2026-08-03', plannedEnd: '2026-09-16' }),
    ],
    changes: [
      { taskId: 'moved later', changedOn: '2026-10-01', from: { start: '2026-08-03', end: '2026-11-01' } },
      { taskId: 'moved later', changedOn: '2026-09-15', from: { start: '2026-08-03', end: '2026-09-11' } },
    ] as ScheduleChange[],
    day: today,
    today: '2026-11-27',
  })
  expect(report.asOf).toBe('2026-09-13')
  expect(report.late.map((one) => [one.task.id, one.lateness.kind, one.lateness.businessDays])).toEqual([
    ['begun later', 'start', 28],
    ['done later', 'end', 1],
  ])
  expect(report.begun.map(({ id }) => id)).toEqual(['done later'])
  expect(report.due.map(({ id }) => id)).toEqual(['moved later', 'late since'])
})

test('a week that goes on, or is to come, is told as of today', () => {
  const tasks = [
    task('t', { plannedStart: '2026-08-03', plannedEnd: '2026-09-10', actualStart: '2026-08-03' }),
  ]
  const on = (day: string) => weeklyReport({ tasks, changes: [], day, today })
  expect(on('2026-09-07')).toMatchObject({ asOf: today, late: [] })
  expect(on('2026-09-21')).toMatchObject({ asOf: today, late: [] })
})
