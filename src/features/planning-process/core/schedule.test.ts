import { expect, test } from 'vitest'
import { forecast, latenessOf, listLateTasks } from './lateness.ts'
import { moveStart, moveTask } from './move.ts'
import { findCycle } from './predecessors.ts'
import type { Task } from './schedule.ts'

const blank: Task = {
  id: '',
  phaseId: 'ph',
  kind: 'task',
  title: '',
  requirement: '',
  gate: undefined,
  ownerUnitId: undefined,
  predecessors: [],
  plannedStart: '2026-06-01',
  plannedEnd: '2026-06-05',
  actualStart: undefined,
  actualEnd: undefined,
  state: 'not-started',
  stateReason: '',
  output: '',
  takePart: '',
  isPublic: true,
  order: 1,
  revision: 1,
}
const task = (id: string, own: Partial<Task>): Task => ({ ...blank, id, title: id, ...own })

/** Survey 6/1–6/5 → tables 6/8–6/12 → draft 6/22–6/26; briefing waits for nobody. */
const chain = [
  task('survey', {}),
  task('tables', { predecessors: ['survey'], plannedStart: '2026-06-08', plannedEnd: '2026-06-12' }),
  task('draft', { predecessors: ['tables'], plannedStart: '2026-06-22', plannedEnd: '2026-06-26' }),
  task('briefing', { plannedStart: '2026-07-01', plannedEnd: '2026-07-01' }),
]
const withStates = (states: Record<string, Partial<Task>>) =>
  chain.map((one) => ({ ...one, ...(states[one.id] ?? {}) }))

test('the last day itself is in time, the business day after it is late by one', () => {
  const started = task('survey', { state: 'started' })
  expect(latenessOf(started, '2026-06-05')).toBeUndefined()
  expect(latenessOf(started, '2026-06-07')).toBeUndefined()
  expect(latenessOf(started, '2026-06-08')).toEqual({ kind: 'end', businessDays: 1 })
})

test('what has not begun is late from the day after its start; what is done or given up never is', () => {
  expect(latenessOf(task('a', {}), '2026-06-03')).toEqual({ kind: 'start', businessDays: 2 })
  expect(latenessOf(task('a', { state: 'done' }), '2027-01-01')).toBeUndefined()
  expect(latenessOf(task('a', { state: 'cancelled' }), '2027-01-01')).toBeUndefined()
})

test('a delay is passed on to what waits, until there is room that takes it up', () => {
  const tasks = withStates({ survey: { state: 'started' } })
  const [late] = listLateTasks(tasks, '2026-06-10')
  expect(late?.task.id).toBe('survey')
  expect(late?.pushes.map(({ task: { id }, delay, expectedEnd }) => [id, delay, expectedEnd])).toEqual([
    ['tables', 3, '2026-06-17'],
  ])
  const later = listLateTasks(tasks, '2026-06-17').find(({ task: { id } }) => id === 'survey')
  expect(later?.pushes.map(({ task: { id }, delay }) => [id, delay])).toEqual([
    ['tables', 8],
    ['draft', 3],
  ])
})

test('a pushed task names the late one at the head of its chain', () => {
  const expected = forecast(withStates({ survey: { state: 'started' } }), '2026-06-17')
  expect(expected.get('draft')?.causeId).toBe('survey')
  expect(expected.get('briefing')).toMatchObject({ delay: 0, causeId: undefined })
})

test('work that ended late pushes nobody any more than it did', () => {
  const tasks = withStates({ survey: { state: 'done', actualEnd: '2026-06-09' } })
  expect(forecast(tasks, '2026-06-09').get('survey')?.delay).toBe(0)
})

test('moving the start moves what has not begun on business days, over the holidays of May', () => {
  const tasks = [task('a', { plannedStart: '2026-04-28', plannedEnd: '2026-04-30' })]
  const [move] = moveStart(tasks, '2026-04-01', '2026-04-03')
  expect(move?.to).toEqual({ start: '2026-05-01', end: '2026-05-07' })
})

test('moving the start back and forth gives the first dates again', () => {
  const away = moveStart(chain, '2026-06-01', '2026-08-03')
  const moved = away.map(({ task: one, to }) => ({ ...one, plannedStart: to.start, plannedEnd: to.end }))
  const back = moveStart(moved, '2026-08-03', '2026-06-01')
  expect(back.map(({ to }) => to)).toEqual(away.map(({ from }) => from))
})

test('work in progress keeps its start, what has ended stays', () => {
  const tasks = withStates({ survey: { state: 'done' }, tables: { state: 'started' } })
  const moves = moveStart(tasks, '2026-06-01', '2026-06-02')
  expect(moves.map(({ task: { id } }) => id)).toEqual(['tables', 'draft', 'briefing'])
  expect(moves[0]?.to).toEqual({ start: '2026-06-08', end: '2026-06-15' })
})

test('moving one task moves those that wait for it and have no room', () => {
  const moves = moveTask(chain, 'survey', { start: '2026-06-08', end: '2026-06-12' })
  expect(moves.map(({ task: { id }, to }) => [id, to.start, to.end])).toEqual([
    ['survey', '2026-06-08', '2026-06-12'],
    ['tables', '2026-06-15', '2026-06-19'],
  ])
})

test('a ring of tasks is found and named in its order', () => {
  const ring = [
    task('a', { predecessors: ['c'] }),
    task('b', { predecessors: ['a'] }),
    task('c', { predecessors: ['b'] }),
  ]
  expect(findCycle(ring)).toEqual(['a', 'c', 'b', 'a'])
  expect(findCycle(chain)).toBeUndefined()
})
