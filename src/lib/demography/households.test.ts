import { expect, test } from 'vitest'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { calibrated, householdsByHeadship, householdsBySize } from './households.ts'

const city = inputsOf(oneCity(), 'life-table-and-rates')
const even = (value: number) => ({ M: Array(19).fill(value), F: Array(19).fill(value) })

test('households are heads by age, less those in institutions', () => {
  const rates = { single: even(0.2), other: even(0.3) }
  const households = householdsByHeadship(city.base, { rates })
  expect(households.total).toBeCloseTo(0.5 * 49136, 6)
  expect(householdsByHeadship(city.base, { rates, institutional: even(0.1) }).single).toBeCloseTo(
    0.18 * 49136,
    6,
  )
  expect(() => householdsByHeadship(city.base, { rates: { single: even(0.8), other: even(0.3) } })).toThrow(
    'E-RANGE',
  )
})

test('rates are calibrated to the census by one factor', () => {
  const { rates, factor } = calibrated({ all: even(0.4) }, { state: city.base, counted: 19_955 })
  expect(householdsByHeadship(city.base, { rates }).all).toBeCloseTo(19_955, 6)
  expect(factor).toBeCloseTo(19_955 / (0.4 * 49_136), 12)
})

test('households by size stop shrinking at the floor', () => {
  expect(householdsBySize(1000, { size: 2.5, change: -0.02, years: 5, floor: 2 })).toBeCloseTo(1000 / 2.4, 9)
  expect(householdsBySize(1000, { size: 2.5, change: -0.02, years: 90, floor: 2 })).toBe(500)
})
