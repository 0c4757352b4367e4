import { expect, test } from 'vitest'
import { xoshiro128 } from '../xoshiro128.ts'
import { normalQuantile } from './normal.ts'
import { randomFrom } from './random.ts'

test('the generator gives the published sequence (test vector of the reference implementation)', () => {
  const next = xoshiro128(Uint32Array.of(1, 2, 3, 4))
  const published = [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597]
  expect(published.map(() => next())).toEqual(published)
})

test('a seed gives the same numbers again, another seed others', () => {
  const [first, again, other] = [randomFrom(7), randomFrom(7), randomFrom(8)]
  const numbers = Array.from({ length: 5 }, first)
  expect(Array.from({ length: 5 }, again)).toEqual(numbers)
  expect(Array.from({ length: 5 }, other)).not.toEqual(numbers)
})

test('draws are uniform: mean and spread of 100,000', () => {
  const draw = randomFrom(20261127)
  const numbers = Array.from({ length: 100_000 }, draw)
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length
  const variance = numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0) / numbers.length
  expect(mean).toBeCloseTo(0.5, 2)
  expect(variance).toBeCloseTo(1 / 12, 2)
})

// Values of Python's statistics.NormalDist().inv_cdf and of published tables.
test.each([
  [0.5, 0],
  [0.975, 1.959963984540054],
  [0.9, 1.2815515655446004],
  [0.25, -0.6744897501960817],
  [1e-10, -6.361340902404056],
])('the normal quantile of %d is %d', (probability, value) => {
  expect(normalQuantile(probability)).toBeCloseTo(value, 12)
})

test('a probability of 0 has no quantile', () => {
  expect(() => normalQuantile(0)).toThrow(RangeError)
})
