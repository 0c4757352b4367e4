import { expect, test } from 'vitest'
import { inventedInputs } from '#test/demography/invented-inputs.ts'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { bandShares } from './age-groups.ts'
import { dissimilarity, sizeClassOf, summarizeErrors } from './backtest.ts'
import { projectByCohortComponent } from './cohort-component.ts'
import { projectDistricts } from './districts.ts'
import { explainDifference } from './explain-difference.ts'
import { changeRatios } from './hamilton-perry.ts'
import { calibrated, householdsByHeadship, householdsBySize } from './households.ts'
import { migrationForTarget } from './migration-target.ts'
import { roundForPrint, roundToSum } from './print-rounding.ts'
import { rake } from './rake.ts'
import { withTotalFertility } from './scenario-edits.ts'
import { solveForTarget } from './solve-target.ts'
import { basisFactors, convertBasis, distributeUnknown } from './unknown-age.ts'
import { ageBands, personsIn } from './weighted-sum.ts'
import { workersByParticipation } from './workers.ts'

const city = inputsOf(oneCity(), 'life-table-and-rates')
const { ages } = city
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
const even = (value: number) => ({ M: Array(19).fill(value), F: Array(19).fill(value) })

test('age classes add up to everyone; school ages cut five-year groups by years', () => {
  const band = (name: keyof typeof ageBands) => personsIn(city.base, ageBands[name], ages)
  expect(band('child') + band('workingAge') + band('elderly')).toBeCloseTo(band('total'), 8)
  expect([...bandShares(ages, 6, 12)].slice(0, 4)).toEqual([0, 0.8, 0.4, 0])
  expect(() => bandShares(ages, 95, Number.POSITIVE_INFINITY)).toThrow(RangeError)
})

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

test('unclassified workers are kept, not distributed', () => {
  const shares = { primary: 0.04, secondary: 0.27, tertiary: 0.65, unclassified: 0.04 }
  const workers = workersByParticipation(city.base, { participation: even(0.5), shares })
  expect(workers.total).toBeCloseTo(24_568, 6)
  expect(workers.unclassified).toBeCloseTo(0.04 * 24_568, 6)
  expect(() =>
    workersByParticipation(city.base, { participation: even(0.5), shares: { ...shares, tertiary: 1 } }),
  ).toThrow(RangeError)
})

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

test('unknown ages are spread over their sex, and a large share is told', () => {
  const { base, unknownShare, isLarge } = distributeUnknown({ M: [30, 70], F: [50, 50] }, { M: 10, F: 0 })
  expect(base.M[0]).toBeCloseTo(33, 12)
  expect(base.F).toEqual([50, 50])
  expect(unknownShare).toBeCloseTo(10 / 210, 12)
  expect(isLarge).toBe(true)
})

test('one basis becomes another by factors, which bring back the day they were taken from', () => {
  const [register, census] = [
    { M: [100], F: [110] },
    { M: [96], F: [107] },
  ]
  const converted = convertBasis(register, basisFactors(census, register))
  expect(converted.M[0]).toBeCloseTo(96, 12)
  expect(converted.F[0]).toBeCloseTo(107, 12)
})

test('raking meets both margins, keeps zeros, and changes nothing the second time', () => {
  const table = { cells: Float64Array.of(10, 0, 5, 5), rows: [12, 10], columns: [16, 6] }
  rake(table)
  const once = [...table.cells]
  expect(once[1]).toBe(0)
  expect((once[2] ?? 0) + (once[3] ?? 0)).toBeCloseTo(10, 8)
  rake(table)
  for (const [at, value] of once.entries()) expect(table.cells[at]).toBeCloseTo(value, 8)
  const impossible = { cells: Float64Array.of(10, 0, 0, 5), rows: [5, 10], columns: [10, 5] }
  expect(() => rake(impossible)).toThrow('E-CTRL')
})

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

test('bisection finds where a value is met, and says what is the most where it is not', () => {
  expect(
    solveForTarget({ valueAt: (x) => x ** 2, target: 2, low: 0, high: 2, tolerance: 1e-9 }),
  ).toMatchObject({
    isReached: true,
    x: expect.closeTo(Math.SQRT2, 8),
  })
  expect(solveForTarget({ valueAt: (x) => -x, target: 5, low: 0, high: 3 })).toEqual({
    isReached: false,
    nearest: 0,
    value: -0,
  })
})

test('newcomers a year that give 55,000 residents in 2040', () => {
  const profile = even(1 / 38)
  const target = { year: 2040, persons: 55_000, profile, mostPerYear: 1000 }
  const answer = migrationForTarget(city, target)
  expect(answer.isReached).toBe(true)
  expect(answer.total).toBeCloseTo(55_000, 1)
  expect(answer.personsPerYear).toBeGreaterThan(0)
  expect(migrationForTarget(city, { ...target, persons: 200_000 })).toMatchObject({ isReached: false })
})

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

test('errors are summed up in percent of what was counted', () => {
  const summary = summarizeErrors([
    { code: '1', projected: 110, actual: 100 },
    { code: '2', projected: 95, actual: 100 },
    { code: '3', projected: 5, actual: 0 },
  ])
  expect(summary).toMatchObject({
    count: 2,
    meanAbsolutePercent: expect.closeTo(7.5, 9),
    biasPercent: expect.closeTo(2.5, 9),
  })
  expect(sizeClassOf(29_999)).toBe(2)
  expect(dissimilarity({ M: [1, 0], F: [] }, { M: [0, 1], F: [] })).toBe(1)
})
