import { expect, test } from 'vitest'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { projectByCohortComponent } from './cohort-component.ts'
import { roundForPrint, roundToSum } from './print-rounding.ts'

const city = inputsOf(oneCity(), 'life-table-and-rates')
const { ages } = city
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

test('rounded cells, classes and total add up; ties go to the younger', () => {
  expect(roundToSum([0.5, 0.5, 1], 2)).toEqual([1, 0, 1])
  const state = projectByCohortComponent(city).population['2045'] ?? { M: [], F: [] }
  const printed = roundForPrint(state, ages)
  expect(printed.total).toBe(52884)
  expect(sumOf(Object.values(printed.classes))).toBe(printed.total)
  expect(sumOf([...printed.M, ...printed.F])).toBe(printed.total)
  for (const [group, persons] of printed.F.entries())
    expect(Math.abs(persons - (state.F[group] ?? 0))).toBeLessThan(1)
})
