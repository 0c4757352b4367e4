import { expect, test } from 'vitest'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { workersByParticipation } from './workers.ts'

const city = inputsOf(oneCity(), 'life-table-and-rates')
const even = (value: number) => ({ M: Array(19).fill(value), F: Array(19).fill(value) })

test('unclassified workers are kept, not distributed', () => {
  const shares = { primary: 0.04, secondary: 0.27, tertiary: 0.65, unclassified: 0.04 }
  const workers = workersByParticipation(city.base, { participation: even(0.5), shares })
  expect(workers.total).toBeCloseTo(24_568, 6)
  expect(workers.unclassified).toBeCloseTo(0.04 * 24_568, 6)
  expect(() =>
    workersByParticipation(city.base, { participation: even(0.5), shares: { ...shares, tertiary: 1 } }),
  ).toThrow(RangeError)
})

test('nobody works more than once', () => {
  const shares = { primary: 0, secondary: 0, tertiary: 1, unclassified: 0 }
  expect(() => workersByParticipation(city.base, { participation: even(1.01), shares })).toThrow('E-RANGE')
})
