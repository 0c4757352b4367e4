import { expect, test } from 'vitest'
import { gateSteps } from './gate-steps.ts'

const states = ([0, 1, 2, 3, 3] as const).map((count, at) => ({
  gate: (['G1', 'G2', 'G3', 'G4', 'G5'] as const)[at] ?? 'G5',
  blocking: Array.from({ length: count }),
}))

test('gates passed, ahead and later, with what stops the plan at each', () => {
  const steps = gateSteps(states, [
    { gate: 'G1', when: '令和8年8月', isDone: true },
    { gate: 'G2', when: '令和8年10月', isDone: true },
    { gate: 'G3', when: '令和8年11月', isDone: false },
  ])
  expect(steps.map(({ gate, place, stops }) => `${gate} ${place} ${stops}`)).toEqual([
    'G1 past 0',
    'G2 past 1',
    'G3 now 2',
    'G4 next 3',
    'G5 next 3',
  ])
  expect(steps.map(({ when }) => when)).toEqual(['令和8年8月', '令和8年10月', '令和8年11月', '', ''])
})

test('without a schedule the first gate at which something stops is ahead', () => {
  expect(gateSteps(states, []).find(({ place }) => place === 'now')?.gate).toBe('G2')
  const clear = states.map(({ gate }) => ({ gate, blocking: [] }))
  expect(gateSteps(clear, []).map(({ place }) => place)).toEqual(['now', 'next', 'next', 'next', 'next'])
})

test('all gates passed: none is ahead', () => {
  const done = states.map(({ gate }) => ({ gate, when: '', isDone: true }))
  expect(gateSteps(states, done).every(({ place }) => place === 'past')).toBe(true)
})
