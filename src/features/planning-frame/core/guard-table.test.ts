import { expect, test } from 'vitest'
import { inventedInputs } from '#test/demography/invented-inputs.ts'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { personsInYear } from './age-table.ts'
import { noAssumptions } from './assumptions.ts'
import { borrowedRates } from './borrowed-rates.ts'
import { copiedAssumptions } from './built-in-scenarios.ts'
import { frameReason } from './frame-reason.ts'
import { pastTable, readPastTable, readReplacementTable, replacementTable } from './guard-table.ts'
import { nationalSurvival } from './national-survival.ts'
import { runScenario } from './run-scenario.ts'
import type { Scenario } from './scenario.ts'
import { enteredOf, readScenarioForm } from './scenario-form.ts'

const city = inputsOf(oneCity(), 'life-table-and-rates')
const base = {
  id: 'sc_1',
  name: '開発反映',
  note: '',
  origin: 'own' as const,
  inputs: city,
  seed: 1,
  revision: 1,
  updatedAt: '2026-04-01T00:00:00.000Z',
}
const withGuard = (assumptions: Partial<Scenario['assumptions']>): Scenario => ({
  ...base,
  assumptions: { ...noAssumptions, ...assumptions },
})
const groups = Array.from({ length: 19 }, (_, group) => group)
const persons = (value: (group: number) => number) => ({ M: groups.map(value), F: groups.map(value) })
const inflow = persons((group) => (group === 6 ? 100 : 0))
const residents = persons(() => 1000)
const past = pastTable(city, { inflow, residents })
const sites = '駅東\t2026\t500\t子育て世帯'
const totalOf = (scenario: Scenario, year = 2045) => personsInYear(runScenario(scenario).result, year) ?? 0

test('past entrants and residents are read as they are written, from a spreadsheet too', () => {
  expect(readPastTable(past, city)).toEqual({ table: { kind: 'remove', inflow, residents } })
  const wide = past.replaceAll('男\t30～34歳\t100', '男性\t３０歳～３４歳\t１００')
  expect(wide).not.toBe(past)
  expect(readPastTable(wide, city)).toEqual(readPastTable(past, city))
})

test('a table of past entrants with a fault is refused by its line', () => {
  const lines = past.split('\n')
  const problem = (text: string) => readPastTable(text, city).problem
  expect(problem(lines.filter((line) => !line.startsWith('女\t90')).join('\n'))).toBe(
    '女・90歳以上の行がありません',
  )
  expect(problem([...lines, lines[1]].join('\n'))).toBe('40行目：男・0～4歳の行が2つあります')
  expect(problem(past.replace('30～34歳\t100', '30～34歳\t'))).toContain('8行目：「開発で転入した人」')
  expect(problem(past.replace('30～34歳\t100', '30～34歳\t-1'))).toContain('0以上の数')
  expect(problem(past.replace('30～34歳', '30～39歳'))).toContain('このケースの年齢区分ではありません')
  expect(problem(past.replace('90歳以上', '85歳以上'))).toContain('このケースの年齢区分ではありません')
  expect(problem(pastTable(city, { inflow: persons(() => 0), residents }))).toContain('すべて0人です')
})

test('rates of another area are read in percent, for the ages from 5 to 44 only', () => {
  const rates = persons((group) => (group > 0 && group < 9 ? 0.0123 * group : 0))
  const table = replacementTable(city, rates)
  expect(table.split('\n')).toHaveLength(1 + 2 * 8)
  expect(table).toContain('男\t5～9歳\t1.23\n')
  expect(readReplacementTable(table, city)).toEqual({ table: { kind: 'replace', rates } })
  expect(readReplacementTable(`${table}\n男\t50～54歳\t1`, city).problem).toContain('18行目：50～54歳の率は')
  expect(readReplacementTable(table.replace('女\t40～44歳', '女\t45～49歳'), city).problem).toContain(
    '17行目',
  )
  const single = inventedInputs({ width: 1, openFrom: 100, steps: 3 })
  expect(replacementTable(single, { M: [], F: [] }).split('\n')).toHaveLength(1 + 2 * 44)
})

test('every way of the guard is kept by the form and changes the result as it says', () => {
  const plain = withGuard({})
  const entered = { ...enteredOf(plain), sites, guard: '入居の記録（2010～2015年）' }
  const kept = (given: Record<string, string>) => {
    const { content, problems } = readScenarioForm({ ...entered, ...given }, plain)
    if (!content) throw new Error(JSON.stringify(problems))
    return withGuard(content.assumptions)
  }
  const declared = kept({})
  const removed = kept({ guardWay: 'remove', guardPast: past })
  const nobodyMoves = replacementTable(
    city,
    persons(() => 0),
  )
  const replaced = kept({ guardWay: 'replace', guardRates: nobodyMoves })
  for (const scenario of [declared, removed, replaced]) {
    expect(readScenarioForm(enteredOf(scenario), scenario).content?.assumptions).toEqual(scenario.assumptions)
  }
  // A tenth of those who were 25–29 came by development, so that the next 30–34 are a tenth of their sources fewer.
  const sources = (city.base.M[5] ?? 0) + (city.base.F[5] ?? 0)
  expect(totalOf(removed, 2020) - totalOf(declared, 2020)).toBeCloseTo(
    -0.1 * sources - fewerChildren(removed, declared),
    6,
  )
  expect(totalOf(replaced)).toBeLessThan(totalOf(declared))
  expect(
    frameReason({ scenario: removed, run: runScenario(removed), counts: [], year: 2045, roundedTo: 1 }),
  ).toContain('過去の開発による転入200人を、二重に数えないように純移動率から引きました。')
})

const fewerChildren = (one: Scenario, other: Scenario) => {
  const young = (scenario: Scenario) => {
    const state = runScenario(scenario).result.population['2020']
    return (state?.M[0] ?? 0) + (state?.F[0] ?? 0)
  }
  return young(other) - young(one)
}

test('the past is taken out before the factors, so that nobody moves in a closed population', () => {
  const guardTable = { kind: 'remove', inflow, residents } as const
  const closed = city.periods.map(({ from, to }) => ({ from, to, fertility: 1, inflow: 0, outflow: 0 }))
  const alone = withGuard({ factors: closed })
  const removed = withGuard({ factors: closed, guard: '記録', guardTable })
  expect(totalOf(removed)).toBe(totalOf(alone))
  expect(
    copiedAssumptions(removed, { way: 'closed', presentRate: null, goalRate: null, goalYear: null })
      .guardTable,
  ).toBe(undefined)
})

test('a guard without its source, without its table or with more entrants than people is refused at its field', () => {
  const plain = withGuard({})
  const entered = { ...enteredOf(plain), sites }
  const problems = (given: Record<string, string>) =>
    Object.keys(readScenarioForm({ ...entered, ...given }, plain).problems ?? {})
  expect(problems({})).toEqual(['guard'])
  expect(problems({ guardWay: 'remove', guardPast: past })).toEqual(['guard'])
  expect(problems({ guardWay: 'remove', guard: '記録' })).toEqual(['guardPast'])
  expect(problems({ guardWay: 'replace', guard: '県' })).toEqual(['guardRates'])
  expect(problems({ guardWay: 'replace' }).sort()).toEqual(['guard', 'guardRates'])
  expect(problems({ guardWay: 'elsewhere', guard: '県' })).toEqual(['guardWay'])
  const empty = pastTable(city, { inflow, residents: persons(() => 0) })
  expect(problems({ guardWay: 'remove', guard: '記録', guardPast: empty })).toEqual(['guardPast'])
  const pool = { ...plain, inputs: inventedInputs({ migration: 'out-alloc' }) }
  const table = pastTable(pool.inputs, { inflow, residents })
  const year = String(pool.inputs.periods[0]?.from)
  const read = readScenarioForm(
    {
      ...enteredOf(pool),
      sites: `駅東\t${year}\t5\t若者`,
      guard: '記録',
      guardWay: 'remove',
      guardPast: table,
    },
    pool,
  )
  expect(Object.values(read.problems ?? {})[0]).toContain('純移動率で推計するケースだけ')
})

test('rates are borrowed of an area as its change between two censuses less the deaths of the nation', () => {
  const before = persons(() => 1000)
  const after = persons((group) => (group === 6 ? 1300 : 990))
  const counted = (year: number, ages: typeof before) => ({ year, persons: 0, ages, source: '国勢調査' })
  const borrowed = borrowedRates([counted(2010, before), counted(2015, after)], 2015)
  if ('problem' in borrowed) throw new Error(borrowed.problem)
  const survival = nationalSurvival({ from: 2010, to: 2015 })
  expect(borrowed).toMatchObject({ from: 2010, to: 2015 })
  expect(borrowed.rates.M[6]).toBeCloseTo(1.3 - (survival.M[6] ?? 0), 6)
  expect(borrowedRates([counted(2015, after)], 2015)).toHaveProperty('problem')
})
