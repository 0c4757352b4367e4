import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { populationFolder } from '#test/demography/ipss-2018.ts'
import {
  lifeExpectancy,
  lifeTable,
  shareAbove,
  splitOpenGroup,
  survivalBetween,
  survivalRatios,
} from './life-table.ts'

/** Everyone dies at the same yearly rate: what follows is known in closed form. */
const steady = lifeTable([...Array(2000).fill(0.02), 1])
const ages = { width: 5, openFrom: 90 } as const

test('with one rate of death for all ages every survival ratio is its power', () => {
  const ratios = survivalRatios(steady, ages, 'split')
  expect(ratios).toHaveLength(20)
  // The first year counts 0.2 instead of 0.5 of those who die in it.
  for (const ratio of ratios.slice(2)) expect(ratio).toBeCloseTo(0.98 ** 5, 4)
  expect(survivalRatios(steady, ages, 'pooled').at(-1)).toBeCloseTo(0.98 ** 5, 4)
})

test('life expectancy with one rate of death is the sum of the survivors', () => {
  const expected = 0.98 / 0.02 + 0.5 - 0.3 * 0.02
  expect(lifeExpectancy(steady)).toBeCloseTo(expected, 1)
  const halfYear =
    Array.from({ length: 2001 }, (_, age) => 0.98 ** age).reduce((sum, alive) => sum + alive, 0) - 0.5
  expect(lifeExpectancy(steady)).toBeCloseTo(halfYear - 0.3 * 0.02, 3)
})

test('a table that does not end, or a rate above 1, is refused', () => {
  expect(() => lifeTable([0.1, 0.5])).toThrow(RangeError)
  expect(() => lifeTable([0.1, 1.5, 1])).toThrow('1歳の死亡率が1.5です')
})

test('between two tables ratios follow the calendar', () => {
  const [first, second] = [
    { year: 2015, ratios: [0.9] },
    { year: 2020, ratios: [0.95] },
  ]
  expect(survivalBetween(first, second, 2017.5)[0]).toBeCloseTo(0.925, 12)
  expect(survivalBetween(first, second, 2040)).toEqual([0.95])
})

test('the part of an open group above an age follows the stationary population', () => {
  expect(shareAbove(steady, 85, 90)).toBeCloseTo(0.98 ** 5, 4)
})

test('an open group is split by person-years, and nobody is lost', () => {
  const split = splitOpenGroup([...Array(17).fill(1), 1000], steady, ages)
  expect(split).toHaveLength(19)
  expect(split[18]).toBeCloseTo(1000 * 0.98 ** 5, 1)
  expect((split[17] ?? 0) + (split[18] ?? 0)).toBeCloseTo(1000, 9)
  expect(() => splitOpenGroup(Array(19).fill(1), steady, ages)).toThrow(RangeError)
})

test.skipIf(!populationFolder)(
  'ratios of the official tables fit their life expectancy (needs ../shared)',
  () => {
    const file = new URL('japan_survival_ratio_5y_from_official_lifetables.csv', populationFolder)
    const rows = readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1)
    const e0: Record<string, number> = {}
    const recomputed: Record<string, number> = {}
    const product: Record<string, number> = {}
    for (const row of rows) {
      const [year, sex, transition = '', text] = row.split(',')
      const [key, value] = [`${year}${sex}`, Number(text)]
      if (transition.startsWith('e0')) e0[key] = value
      else if (!transition.includes('+')) {
        product[key] = (product[key] ?? 1) * value
        recomputed[key] = (recomputed[key] ?? 0) + 5 * product[key]
      } else recomputed[key] = (recomputed[key] ?? 0) + openYears(5 * (product[key] ?? 0), value)
    }
    expect(Object.keys(e0).length).toBeGreaterThanOrEqual(4)
    for (const [key, value] of Object.entries(e0)) expect(recomputed[key]).toBeCloseTo(value, 2)
  },
)

/** Person-years of the open group from the last closed one and the pooled ratio T_o/(L + T_o). */
const openYears = (lastClosed: number, pooled: number) => (lastClosed * pooled) / (1 - pooled)
