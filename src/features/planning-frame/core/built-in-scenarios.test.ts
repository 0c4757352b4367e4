import { expect, test } from 'vitest'
import { simulation1, simulation2 } from '#src/lib/demography/scenario-edits.ts'
import { inventedInputs } from '#test/demography/invented-inputs.ts'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { personsInYear } from './age-table.ts'
import { noAssumptions } from './assumptions.ts'
import { copiedAssumptions, copyNote, copyProblems } from './built-in-scenarios.ts'
import { runScenario } from './run-scenario.ts'

const inputs = inputsOf(oneCity(), 'life-table-and-rates')
const simulation = { presentRate: 1.49, goalRate: 2.1, goalYear: 2030 }
const settings = { start: { year: 2015, value: 1.49 }, goal: { year: 2030, value: 2.1 } }
const totalOf = (own: typeof inputs, assumptions = noAssumptions) =>
  personsInYear(runScenario({ inputs: own, assumptions, seed: 1 }).result, 2045) ?? 0

test('the copies are the simulations of the engine, as factors a planner can go on with', () => {
  const scenario = { inputs, assumptions: noAssumptions }
  const first = copiedAssumptions(scenario, { way: 'simulation1', ...simulation })
  const second = copiedAssumptions(scenario, { way: 'simulation2', ...simulation })
  expect(totalOf(inputs, first)).toBeCloseTo(totalOf(simulation1(inputs, settings)), 0)
  expect(totalOf(inputs, second)).toBeCloseTo(totalOf(simulation2(inputs, settings)), 0)
})

test('the closed population has neither moves nor sites', () => {
  const sites = [{ name: '駅東', profile: 'young' as const, entrants: [{ year: 2026, persons: 10 }] }]
  const scenario = { inputs, assumptions: { ...noAssumptions, sites, guard: '新しい開発' } }
  const none = { way: 'closed', presentRate: null, goalRate: null, goalYear: null } as const
  const closed = copiedAssumptions(scenario, none)
  expect(closed.sites).toEqual([])
  expect(Math.round(totalOf(inputs, closed))).toBe(44_945)
  expect(copyNote(none)).toContain('封鎖人口')
})

test('a simulation needs its rates and a year of the projection', () => {
  const none = { presentRate: null, goalRate: null, goalYear: 1900 }
  expect(Object.keys(copyProblems({ way: 'simulation1', ...none }, inputs))).toEqual([
    'presentRate',
    'goalRate',
    'goalYear',
  ])
  expect(copyProblems({ way: 'same', ...none }, inputs)).toEqual({})
  const pool = inventedInputs({ migration: 'out-alloc' })
  expect(copyProblems({ way: 'closed', ...none }, pool)['way']).toContain('転入・転出なしにできません')
})
