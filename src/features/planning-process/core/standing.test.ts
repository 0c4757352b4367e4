import { expect, test } from 'vitest'
import type { Task } from './schedule.ts'
import { standingOn } from './standing.ts'

const task = (id: string, own: Partial<Task>): Task => ({
  id,
  phaseId: 'ph',
  kind: 'task',
  title: id,
  requirement: '',
  gate: undefined,
  ownerUnitId: undefined,
  predecessors: [],
  plannedStart: '2026-06-01',
  plannedEnd: '2026-06-30',
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

const later = { plannedStart: '2026-09-01', plannedEnd: '2026-09-30' }
const tasks = [
  task('survey', { state: 'started', takePart: '郵送で' }),
  task('forgotten', { plannedStart: '2026-05-01', plannedEnd: '2026-05-29' }),
  task('workshop', { ...later, takePart: '会場で' }),
  task('decision', { kind: 'milestone', gate: 'G4', plannedStart: '2027-03-31', plannedEnd: '2027-03-31' }),
  task('done', { state: 'done', takePart: '済み' }),
]

test('residents learn what runs, what comes, when it is decided and where they can speak', () => {
  const { running, next, decision, takingPart } = standingOn(tasks, '2026-06-10')
  expect(running.map(({ id }) => id)).toEqual(['survey'])
  expect(next.map(({ id }) => id)).toEqual(['workshop', 'decision'])
  expect(decision?.id).toBe('decision')
  expect(takingPart.map(({ task: { id }, isNow }) => [id, isNow])).toEqual([
    ['survey', true],
    ['workshop', false],
  ])
})

test('when everything is decided nothing is left to announce', () => {
  const ended = tasks.map((one): Task => ({ ...one, state: 'done' }))
  expect(standingOn(ended, '2027-04-01')).toEqual({
    running: [],
    next: [],
    decision: undefined,
    takingPart: [],
  })
})
