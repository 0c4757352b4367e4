import { expect, test } from 'vitest'
import { isFlat, percentileOf, populationDeviation, skewnessOf, standardScore } from './standard-score.ts'

test('the deviation divides by n: 2, 4, 4, 4, 5, 5, 7, 9 have 2', () => {
  expect(populationDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBe(2)
})

test('a value one deviation over the mean scores 60, and 40 where lower is better', () => {
  const values = [2, 4, 4, 4, 5, 5, 7, 9]
  expect(standardScore(7, values)).toBe(60)
  expect(standardScore(7, values, -1)).toBe(40)
})

test('equal values are flat even with rounding errors, and have no score', () => {
  const values = [0.1 + 0.2, 0.3, 0.3]
  expect(isFlat(values)).toBe(true)
  expect(() => standardScore(0.3, values)).toThrow(RangeError)
})

test('skewness is positive with one large value and zero when symmetric', () => {
  expect(skewnessOf([1, 2, 3])).toBeCloseTo(0, 12)
  expect(skewnessOf([1, 1, 1, 1, 1, 1, 1, 1, 1, 100])).toBeCloseTo(8 / 3, 10)
})

test('the percentile counts half of the equal values', () => {
  expect(percentileOf(2, [1, 2, 2, 3])).toBe(50)
})
