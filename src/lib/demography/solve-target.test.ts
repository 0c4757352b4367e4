import { expect, test } from 'vitest'
import { solveForTarget } from './solve-target.ts'

test('bisection finds where a value is met, and says what is the most where it is not', () => {
  expect(
    solveForTarget({ valueAt: (x) => x ** 2, target: 2, low: 0, high: 2, tolerance: 1e-9 }),
  ).toMatchObject({
    isReached: true,
    x: expect.closeTo(Math.SQRT2, 8),
  })
  expect(solveForTarget({ valueAt: (x) => -x, target: 5, low: 0, high: 3 })).toEqual({
    isReached: false,
    nearest: 0,
    value: -0,
  })
})
