import { expect, test } from 'vitest'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { projectByCohortComponent } from './cohort-component.ts'
import { projectDistricts } from './districts.ts'
import { changeRatios } from './hamilton-perry.ts'

const city = inputsOf(oneCity(), 'life-table-and-rates')
const { ages } = city
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

test('districts add up to the city in every year, by sex and age', () => {
  const result = projectByCohortComponent(city)
  const part = (share: number) => ({
    M: city.base.M.map((persons, age) => persons * (age < 9 ? share : 1 - share)),
    F: city.base.F.map((persons, age) => persons * (age < 9 ? share : 1 - share)),
  })
  const later = result.population['2020'] ?? { M: [], F: [] }
  const ratios = changeRatios([{ earlier: city.base, later }], ages)
  const area = (code: string) => ({ code, name: code, level: 'district' as const })
  const districts = projectDistricts(
    [
      { area: area('a'), base: part(0.6), ratios },
      { area: area('b'), base: part(0.4), ratios },
    ],
    { ages, basis: city.basis, baseDate: city.baseDate, years: result.years, population: result.population },
  )
  for (const year of result.years) {
    for (const [age, persons] of (result.population[year]?.F ?? []).entries()) {
      expect(sumOf(districts.map(({ population }) => population[year]?.F[age] ?? 0))).toBeCloseTo(persons, 5)
    }
  }
})
