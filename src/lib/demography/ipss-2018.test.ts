import { expect, test } from 'vitest'
import {
  type FixtureCity,
  inputsOf,
  oneCity,
  type Reading,
  twentyCities,
} from '#test/demography/ipss-2018.ts'
import { projectByCohortComponent } from './cohort-component.ts'
import { sexes } from './projection-inputs.ts'

const largestDifference = (city: FixtureCity, reading: Reading) => {
  const { population } = projectByCohortComponent(inputsOf(city, reading))
  const differences = Object.entries(city.published).flatMap(([year, published]) =>
    sexes.flatMap((sex) =>
      published[sex].map((persons, at) => Math.abs(persons - (population[year]?.[sex][at] ?? 0))),
    ),
  )
  expect(differences).toHaveLength(7 * 2 * 19)
  return Math.max(...differences)
}

const readings: Reading[] = ['change-ratios', 'life-table-and-rates']

test.each(readings)('つくばみらい市 follows the projection of 2018 through six steps (%s)', (reading) => {
  expect(largestDifference(oneCity(), reading)).toBeLessThan(0.05)
})

test.skipIf(twentyCities().length === 0).each(readings)(
  'twenty cities follow the projection of 2018 within 0.05 persons (%s; needs ../shared)',
  (reading) => {
    const all = twentyCities()
    expect(all).toHaveLength(20)
    expect(Math.max(...all.map(([, city]) => largestDifference(city, reading)))).toBeLessThan(0.05)
  },
)

test('つくばみらい市 without migration loses one resident in ten by 2045 (planning frame, §14)', () => {
  const { population } = projectByCohortComponent(inputsOf(oneCity(), 'life-table-closed'))
  const totals = Object.values(population).map(({ M, F }) =>
    Math.round([...M, ...F].reduce((sum, persons) => sum + persons, 0)),
  )
  expect(totals).toEqual([49136, 49460, 49222, 48523, 47399, 46077, 44945])
})

test('ratios that hold moves are told, and are not split into deaths and moves', () => {
  const { flags, deaths } = projectByCohortComponent(inputsOf(oneCity(), 'change-ratios'))
  expect(flags.map(({ code }) => code)).toContain('W-CHANGE-RATIO')
  expect(deaths).toContain(null)
})
