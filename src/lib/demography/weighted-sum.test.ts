import { expect, test } from 'vitest'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { bandShares } from './age-groups.ts'
import { ageBands, personsIn } from './weighted-sum.ts'

const city = inputsOf(oneCity(), 'life-table-and-rates')
const { ages } = city

test('age classes add up to everyone; school ages cut five-year groups by years', () => {
  const band = (name: keyof typeof ageBands) => personsIn(city.base, ageBands[name], ages)
  expect(band('child') + band('workingAge') + band('elderly')).toBeCloseTo(band('total'), 8)
  expect([...bandShares(ages, 6, 12)].slice(0, 4)).toEqual([0, 0.8, 0.4, 0])
  expect(() => bandShares(ages, 95, Number.POSITIVE_INFINITY)).toThrow(RangeError)
})
