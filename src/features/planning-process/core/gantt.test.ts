import { expect, test } from 'vitest'
import { drawGantt } from './gantt.ts'
import type { Task } from './schedule.ts'

const phases = [{ id: 'ph', title: '準備', fiscalYear: 2026, order: 1 }]
const task = (own: Partial<Task>): Task => ({
  id: 'a',
  phaseId: 'ph',
  kind: 'task',
  title: '調査',
  requirement: '',
  gate: undefined,
  ownerUnitId: undefined,
  predecessors: [],
  plannedStart: '2026-04-01',
  plannedEnd: '2027-03-31',
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

test('a task over the whole fiscal year fills the whole width', () => {
  const { rows, fiscalYears } = drawGantt({ phases, tasks: [task({})] }, '2026-04-01')
  expect(fiscalYears).toEqual([2026])
  expect(rows[1]).toMatchObject({ kind: 'bar', from: 0, to: 1, look: 'coming' })
})

test('what ended is drawn as it was, not as it was planned', () => {
  const done = task({ state: 'done', actualStart: '2026-10-01', actualEnd: '2027-03-31' })
  const { rows } = drawGantt({ phases, tasks: [done] }, '2027-03-31')
  expect(rows[1]).toMatchObject({ look: 'done' })
  expect(rows[1]?.kind === 'bar' && rows[1].from).toBeCloseTo(183 / 365)
})

test('today stands in the drawing only where it lies inside', () => {
  expect(drawGantt({ phases, tasks: [task({})] }, '2026-10-01').today).toBeCloseTo(183 / 365)
  expect(drawGantt({ phases, tasks: [task({})] }, '2027-04-01').today).toBeUndefined()
})

test('a schedule without tasks still has a year to show', () => {
  expect(drawGantt({ phases, tasks: [] }, '2026-05-01')).toMatchObject({ fiscalYears: [2026], rows: [] })
})
