import { expect, test } from 'vitest'
import { routeOf } from './route.ts'
import type { Task } from './schedule.ts'

const task = (id: string, day: string, own: Partial<Task>): Task => ({
  id,
  phaseId: 'ph',
  kind: 'task',
  title: id,
  requirement: '',
  gate: undefined,
  ownerUnitId: undefined,
  predecessors: [],
  plannedStart: day,
  plannedEnd: day,
  actualStart: undefined,
  actualEnd: undefined,
  state: 'not-started',
  stateReason: '',
  output: '',
  takePart: '',
  isPublic: true,
  order: 1,
  revision: 1,
  ...own,
})
const milestone = (id: string, day: string, own: Partial<Task> = {}) =>
  task(id, day, { kind: 'milestone', ...own })
const done = { state: 'done' } as const

test('what was reached, where we are, what comes: in the order of the days', () => {
  const steps = routeOf(
    [
      milestone('答申', '2027-02-10'),
      milestone('方針', '2025-06-30', done),
      milestone('素案', '2026-09-30', { ...done, actualEnd: '2026-10-20' }),
      milestone('骨子案', '2026-10-01', done),
      milestone('やめた節目', '2026-12-01', { state: 'cancelled' }),
      task('資料づくり', '2026-11-30', { state: 'started' }),
      task('意見募集', '2026-12-28', { plannedStart: '2026-11-28', state: 'started', takePart: '書面で' }),
      task('説明会', '2026-11-30', { plannedStart: '2026-11-25', state: 'started', takePart: '会場で' }),
      milestone('決定', '2027-03-31'),
    ],
    '2026-11-28',
  )
  expect(steps.map(({ what, place }) => `${place} ${what}`)).toEqual([
    'past 方針',
    'past 骨子案',
    'past 素案',
    'now 説明会、意見募集',
    'next 答申',
    'next 決定',
  ])
  expect(steps[2]?.when).toBe('令和8年10月')
  expect(steps[3]?.when).toBe('令和8年12月まで')
})

test('at most seven steps: the latest of what was reached', () => {
  const passed = Array.from({ length: 9 }, (_, n) => milestone(`節目${n}`, `2026-0${n + 1}-10`, done))
  const steps = routeOf([...passed, milestone('決定', '2027-03-31')], '2026-11-28')
  expect(steps.map(({ what }) => what)).toEqual([
    '節目3',
    '節目4',
    '節目5',
    '節目6',
    '節目7',
    '節目8',
    '決定',
  ])
})

test('no milestone, no way to draw', () => {
  expect(routeOf([task('作業', '2026-12-01', { state: 'started' })], '2026-11-28')).toEqual([])
})
