import { expect, test } from 'vitest'
import { inventedInputs } from '#test/demography/invented-inputs.ts'
import { projectByCohortComponent } from './cohort-component.ts'
import { explainDifference } from './explain-difference.ts'
import { withTotalFertility } from './scenario-edits.ts'

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

test('the difference of two cases is the sum of its parts', () => {
  const reference = inventedInputs({ fertility: 'tfr', migration: 'net-rate', steps: 5 })
  const wanted = { kind: 'linear', from: { year: 2020, value: 1.4 }, to: { year: 2030, value: 2.1 } } as const
  const parts = explainDifference(
    projectByCohortComponent(reference),
    projectByCohortComponent(withTotalFertility(reference, { wanted })),
    2045,
  )
  const { difference, births, deaths, migration, year, ...others } = parts
  expect(births).toBeGreaterThan(0)
  expect(deaths).toBeLessThan(0)
  expect(births + deaths + migration + sumOf(Object.values(others))).toBeCloseTo(difference, 6)
  expect(year).toBe(2045)
})
