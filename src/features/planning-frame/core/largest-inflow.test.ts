import { expect, test } from 'vitest'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { noAssumptions } from './assumptions.ts'
import { largestInflow } from './largest-inflow.ts'
import { nationalSurvival } from './national-survival.ts'
import { tryScenario } from './run-scenario.ts'

const inputs = inputsOf(oneCity(), 'life-table-and-rates')
const count = (year: number, ages: { M: number[]; F: number[] }) => ({ year, persons: 0, ages, source: '' })
const thousand = { M: Array<number>(19).fill(1000), F: Array<number>(19).fill(1000) }

/** Those who are left after five years by the survival of the nation, and `more` of 30–34. */
function aged(year: number, more: number) {
  const survival = nationalSurvival({ from: year - 5, to: year })
  const of = (sex: 'M' | 'F') =>
    thousand[sex].map((persons, age) => {
      const sources = age === 0 ? 0 : age === 18 ? 2 * persons : persons
      return sources * (survival[sex][age] ?? 0) + (age === 6 ? more : 0)
    })
  return { M: of('M'), F: of('F') }
}

test('what survival does not explain of the change between two censuses is the inflow; the largest counts', () => {
  const counts = [count(2005, thousand), count(2010, aged(2010, 150))]
  expect(largestInflow(counts)).toBeCloseTo(300, 6)
  expect(largestInflow([count(2005, thousand), count(2010, aged(2010, -150))])).toBe(0)
  expect(largestInflow([count(2010, thousand)])).toBeUndefined()
})

test('a development of more than twice as many as ever came is told', () => {
  const counts = [count(2010, thousand), count(2015, aged(2015, 150))]
  const flags = (persons: number) => {
    const sites = [{ name: '駅東', profile: 'family', entrants: [{ year: 2026, persons }] }]
    const assumptions = { ...noAssumptions, sites, guard: '新しい開発' }
    const { run } = tryScenario({ inputs, assumptions, seed: 1 }, { counts })
    return run?.result.flags.filter(({ code }) => code === 'W-DEV').map(({ message }) => message)
  }
  expect(flags(599)).toEqual([])
  expect(flags(601)).toEqual([
    '2025～2030年の開発による転入（601人）が、これまでの最大の転入超過の2倍を超えます',
  ])
})
