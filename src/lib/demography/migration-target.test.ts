import { expect, test } from 'vitest'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { projectByCohortComponent } from './cohort-component.ts'
import { migrationForTarget } from './migration-target.ts'

const city = inputsOf(oneCity(), 'life-table-and-rates')
const even = (value: number) => ({ M: Array(19).fill(value), F: Array(19).fill(value) })

test('newcomers a year that give 55,000 residents in 2040', () => {
  const profile = even(1 / 38)
  const target = { year: 2040, persons: 55_000, profile, mostPerYear: 1000 }
  const answer = migrationForTarget(city, target)
  expect(answer.isReached).toBe(true)
  expect(answer.total).toBeCloseTo(55_000, 1)
  const persons = answer.personsPerYear * 5 * (1 / 38)
  const periods = city.periods.map((period) => ({
    ...period,
    additions: [{ id: 'again', timing: 'half' as const, ...even(persons) }],
  }))
  const { M, F } = projectByCohortComponent({ ...city, periods }).population[2040] ?? { M: [], F: [] }
  expect([...M, ...F].reduce((sum, count) => sum + count, 0)).toBeCloseTo(55_000, 1)
  expect(migrationForTarget(city, { ...target, persons: 200_000 })).toMatchObject({ isReached: false })
})
