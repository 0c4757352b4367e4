import { expect, test } from 'vitest'
import golden from './distributions.golden.json' with { type: 'json' }
import {
  betaQuantile,
  chiSquareQuantile,
  chiSquareUpper,
  fUpper,
  normalQuantile,
  normalUpper,
  tQuantile,
  tUpper,
} from './distributions.ts'

/** Every row is arguments and the value SciPy 1.17.1 gives for them. */
const rows: [string, number[][], (...given: number[]) => number][] = [
  ['t, upper tail', golden.t, (t = 0, df = 0) => tUpper(t, df)],
  ['t, quantile', golden.tq, (p = 0, df = 0) => tQuantile(p, df)],
  ['χ², upper tail', golden.chi, (x = 0, df = 0) => chiSquareUpper(x, df)],
  ['χ², quantile', golden.chiq, (p = 0, df = 0) => chiSquareQuantile(p, df)],
  ['F, upper tail', golden.f, (x = 0, a = 0, b = 0) => fUpper(x, [a, b])],
  ['beta, quantile', golden.betaq, (p = 0, a = 0, b = 0) => betaQuantile(p, a, b)],
  ['normal, upper tail', golden.norm, (z = 0) => normalUpper(z)],
  ['normal, quantile', golden.normq, (p = 0) => normalQuantile(p)],
]

test.each(rows)('%s agrees with SciPy to ten digits', (_name, cases, ours) => {
  const apart = cases.map((row) => {
    const expected = row.at(-1) ?? Number.NaN
    const value = ours(...row.slice(0, -1))
    return value === expected ? 0 : Math.abs(value / expected - 1)
  })
  expect(Math.max(...apart)).toBeLessThan(1e-10)
})

test('a quantile and its tail are each other’s inverse, far out too', () => {
  for (const df of [0.7, 3, 47, 12_345]) {
    for (const tail of [1e-12, 1e-4, 0.3]) expect(tUpper(-tQuantile(tail, df), df) / tail).toBeCloseTo(1, 10)
    for (const p of [1e-12, 0.2, 0.8]) expect(1 - tUpper(tQuantile(p, df), df)).toBeCloseTo(p, 12)
  }
})

test('what is no probability is refused', () => {
  expect(() => normalQuantile(1.2)).toThrow(RangeError)
  expect(() => betaQuantile(Number.NaN, 1, 1)).toThrow(RangeError)
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY)
  expect([chiSquareQuantile(0, 3), betaQuantile(1, 2, 2)]).toEqual([0, 1])
})
