import { expect, test } from 'vitest'
import { linearTrend, predictionInterval } from './linear-trend.ts'

/** x 1…5, y 2, 4, 5, 4, 5: the usual textbook example (slope 0.6, intercept 2.2, residual variance 0.8). */
const points = [2, 4, 5, 4, 5].map((y, at) => ({ x: at + 1, y }))

test('the line is the one of the textbook', () => {
  const trend = linearTrend(points)
  expect(trend?.slope).toBeCloseTo(0.6, 12)
  expect(trend?.intercept).toBeCloseTo(2.2, 12)
  expect(trend?.deviation).toBeCloseTo(Math.sqrt(0.8), 12)
})

test('the prediction interval is t times the error of a new point', () => {
  const trend = linearTrend(points)
  if (!trend) throw new RangeError('five points have a line')
  // t(0.9; 3) = 1.637744 by the printed table; error = sqrt(0.8)·sqrt(1 + 1/5 + (6 − 3)²/10)
  const reach = 1.637744 * Math.sqrt(0.8) * Math.sqrt(1 + 0.2 + 0.9)
  const interval = predictionInterval(trend, 6)
  expect(interval?.middle).toBeCloseTo(5.8, 12)
  expect(interval?.high).toBeCloseTo(5.8 + reach, 5)
  expect(interval?.low).toBeCloseTo(5.8 - reach, 5)
})

test('one point, or points above each other, have no line; two have one without an interval', () => {
  expect(linearTrend(points.slice(0, 1))).toBeUndefined()
  expect(linearTrend([points[0], points[0]].flatMap((point) => point ?? []))).toBeUndefined()
  const two = linearTrend(points.slice(0, 2))
  expect(two && predictionInterval(two, 3)).toBeUndefined()
})
