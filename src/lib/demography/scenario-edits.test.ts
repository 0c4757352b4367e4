import { expect, test } from 'vitest'
import { inventedInputs } from '#test/demography/invented-inputs.ts'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { projectByCohortComponent } from './cohort-component.ts'
import { type DevelopmentPlan, entrantsOf, type Site, withDevelopment } from './development.ts'
import type { ProjectionInputs } from './projection-inputs.ts'
import {
  extendedTo,
  influenceClasses,
  simulation1,
  simulation2,
  withMigrationTimes,
  withMortalityTimes,
  withoutMigration,
  withTotalFertility,
} from './scenario-edits.ts'
import { valueFor } from './value-path.ts'

const city = inputsOf(oneCity(), 'life-table-and-rates')
const totalOf = (inputs: ProjectionInputs, year: number) => {
  const { M, F } = projectByCohortComponent(inputs).population[year] ?? { M: [], F: [] }
  return [...M, ...F].reduce((sum, persons) => sum + persons, 0)
}
const constant = (value: number) => ({ kind: 'constant', value }) as const

test('a path is read at the middle of a period', () => {
  const linear = { kind: 'linear', from: { year: 2020, value: 1 }, to: { year: 2030, value: 2 } } as const
  expect(valueFor(linear, { from: 2020, to: 2025 })).toBe(1.25)
  expect(valueFor(linear, { from: 2040, to: 2045 })).toBe(2)
  const table = { kind: 'table', values: [{ from: 2020, to: 2025, value: 7 }] } as const
  expect(valueFor(table, { from: 2020, to: 2025 })).toBe(7)
  expect(() => valueFor(table, { from: 2025, to: 2030 })).toThrow(RangeError)
})

test('twice the total fertility gives twice the births of the first period', () => {
  const usual = inventedInputs({ fertility: 'asfr', exposure: 'before-migrants' })
  const rates = usual.periods[0]?.fertility
  const present = rates?.kind === 'asfr' ? rates.asfr.reduce((sum, rate) => sum + rate, 0) * 5 : 0
  const edited = withTotalFertility(usual, { wanted: constant(2 * present) })
  const births = (inputs: ProjectionInputs) => projectByCohortComponent(inputs).births?.[0]?.total ?? 0
  expect(births(edited) / births(usual)).toBeCloseTo(2, 12)
})

test('a child–woman ratio moves only where the present total fertility is known', () => {
  expect(() => withTotalFertility(city, { wanted: constant(2) })).toThrow('いまの合計特殊出生率')
  const { fertility } =
    withTotalFertility(city, { wanted: constant(2), present: constant(1) }).periods[0] ?? {}
  expect(fertility).toMatchObject({ kind: 'cwr', cwr: 2 * (oneCity().periods[0]?.cwr_15_49 ?? 0) })
})

test('halving departures of the twenties touches nobody else', () => {
  const edited = withMigrationTimes(city, { inflow: constant(1), outflow: constant(0.5), ages: [20, 30] })
  const rates = (inputs: ProjectionInputs) => {
    const migration = inputs.periods[0]?.migration
    return migration?.kind === 'net-rate' ? migration.M : []
  }
  for (const [move, rate] of rates(city).entries()) {
    const isMeant = (move === 4 || move === 5) && rate < 0
    expect(rates(edited)[move]).toBeCloseTo(isMeant ? rate / 2 : rate, 12)
  }
})

test('without moves it is the closed population; without change of mortality nothing moves', () => {
  expect(totalOf(withoutMigration(city), 2045)).toBeCloseTo(44945, -1)
  expect(totalOf(withMortalityTimes(city, constant(1)), 2045)).toBeCloseTo(52884, 0)
  expect(totalOf(withMortalityTimes(city, constant(0.5)), 2045)).toBeGreaterThan(53500)
})

test('the two simulations of the national worksheet, and the influence of births and moves', () => {
  const settings = { start: { year: 2015, value: 1.49 }, goal: { year: 2030, value: 2.1 } }
  const totals = {
    base: totalOf(city, 2045),
    simulation1: totalOf(simulation1(city, settings), 2045),
    simulation2: totalOf(simulation2(city, settings), 2045),
  }
  expect(totals.simulation1).toBeGreaterThan(totals.base)
  expect(totals.simulation2).toBeLessThan(totals.simulation1)
  const { naturalClass, socialClass } = influenceClasses(totals)
  expect(naturalClass).toBeGreaterThan(1)
  expect(socialClass).toBe(1)
})

test('the last period is held for later years', () => {
  const longer = extendedTo(city, 2065)
  expect(longer.periods.at(-1)?.to).toBe(2065)
  expect(totalOf(longer, 2045)).toBe(totalOf(city, 2045))
})

const profile = { M: Array(19).fill(0.05), F: Array(19).fill(0.05) }
const site: Site = {
  id: 'site-1',
  name: 'みらい平の見本団地',
  units: 400,
  schedule: {
    kind: 'table',
    shares: [
      { year: 2016, share: 0.5 },
      { year: 2021, share: 0.5 },
    ],
  },
  occupancy: 0.9,
  fromOutside: 0.8,
  profile,
}
const declared: DevelopmentPlan = {
  sites: [site],
  guard: { kind: 'declared', statement: '期間中に開発はなかった' },
}

test('entrants of a site: units × taken × lived in × from outside × persons a unit', () => {
  const { M, F } = entrantsOf(site, { from: 2015, to: 2020 })
  const persons = [...M, ...F].reduce((sum, count) => sum + count, 0)
  expect(persons).toBeCloseTo(400 * 0.5 * 0.9 * 0.8 * 1.9, 9)
})

test('an S-curve takes nearly all units in the long run', () => {
  const curve: Site = { ...site, schedule: { kind: 'logistic', middleYear: 2030, perYear: 0.6 } }
  const { M } = entrantsOf(curve, { from: 2000, to: 2060 })
  expect((M[0] ?? 0) / (400 * 0.9 * 0.8 * 0.05)).toBeCloseTo(1, 6)
})

test('development is refused until someone says how it is not counted twice', () => {
  expect(() => withDevelopment(city, { ...declared, guard: undefined })).toThrow('E-DEV')
  expect(() => withDevelopment(city, { ...declared, guard: { kind: 'declared', statement: ' ' } })).toThrow(
    'E-DEV',
  )
  const { inputs } = withDevelopment(city, declared)
  expect(totalOf(inputs, 2045)).toBeGreaterThan(totalOf(city, 2045) + 300)
})

test('past development taken out lowers the rates by its share of those who were there', () => {
  const pastInflow = { M: Array(19).fill(0).with(6, 200), F: Array(19).fill(0) }
  const pastBase = { M: Array(19).fill(1000), F: Array(19).fill(1000) }
  const { inputs } = withDevelopment(city, { sites: [site], guard: { kind: 'remove', pastInflow, pastBase } })
  const [before, after] = [city, inputs].map(({ periods }) => periods[0]?.migration)
  if (before?.kind !== 'net-rate' || after?.kind !== 'net-rate') throw new RangeError('rates expected')
  expect(after.M[6]).toBeCloseTo((before.M[6] ?? 0) - 0.2, 12)
  expect(after.M[7]).toBe(before.M[7])
})

test('two sites on one parcel, and more entrants than ever before, are told', () => {
  const sites = [
    { ...site, parcels: ['1-1'] },
    { ...site, id: 'site-2', parcels: ['1-1'] },
  ]
  const { flags } = withDevelopment(city, { ...declared, sites, largestInflow: 10 })
  expect(flags.map(({ code }) => code)).toEqual(['W-DEV', 'W-DEV', 'W-DEV'])
})

test('a site that is taken by more than everyone is refused', () => {
  const schedule = { kind: 'table', shares: [{ year: 2016, share: 1.2 }] } as const
  expect(() => withDevelopment(city, { ...declared, sites: [{ ...site, schedule }] })).toThrow('E-DEV')
})
