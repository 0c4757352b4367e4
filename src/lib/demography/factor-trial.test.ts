import { expect, test } from 'vitest'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { readTrialFactors, trialRows, tryFactors } from './factor-trial.ts'

const city = inputsOf(oneCity(), 'life-table-and-rates')

test('factors of one change nothing, more births make more residents', () => {
  const same = tryFactors(city, { fertility: 1, inflow: 1, outflow: 1 })
  expect(same.problems).toBeUndefined()
  if (same.problems) return
  expect(same.tried.population).toEqual(same.base.population)
  const more = tryFactors(city, { fertility: 1.2, inflow: 1, outflow: 1 })
  if (more.problems) return
  const last = trialRows(more).at(-1)
  expect(last).toMatchObject({ year: 2045, before: 52_884 })
  expect(last?.after).toBeGreaterThan(53_500)
})

test('factors are read as they are typed; what is none is told', () => {
  expect(readTrialFactors({ fertility: '１．２' })).toEqual({ fertility: 1.2, inflow: 1, outflow: 1 })
  expect(readTrialFactors({ inflow: '4' })).toBeUndefined()
  expect(readTrialFactors({ inflow: '' })).toBeUndefined()
})
