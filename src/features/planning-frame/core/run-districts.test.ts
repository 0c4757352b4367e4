import { expect, test } from 'vitest'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { noAssumptions } from './assumptions.ts'
import { totalOf } from './count-table.ts'
import { type DistrictSet, readDistrictTable } from './district-set.ts'
import { runDistricts, shownAges } from './run-districts.ts'
import { runScenario } from './run-scenario.ts'

const inputs = inputsOf(oneCity(), 'life-table-and-rates')
const scenario = { inputs, assumptions: noAssumptions, seed: 1 }
const run = runScenario(scenario)

/** The city of 2015 in two districts, the first with more young people and growing. */
const part = (share: number, growth = 1) => {
  const of = (persons: readonly number[], scale: number) =>
    persons.map((count, age) => count * (age < 9 ? share : 1 - share) * scale)
  return [
    { year: 2010, M: of(inputs.base.M, 0.9 / growth), F: of(inputs.base.F, 0.9 / growth) },
    { year: 2015, M: of(inputs.base.M, 1), F: of(inputs.base.F, 1) },
  ]
}
const set: DistrictSet = {
  basis: 'census-adjusted',
  source: '見本（架空）',
  districts: [
    { name: '駅東', counts: part(0.6, 1.2) },
    { name: '駅西', counts: part(0.4) },
  ],
}
const runOf = (given: Partial<Parameters<typeof runDistricts>[0]> = {}) => {
  const read = runDistricts({ run, assumptions: noAssumptions, set, ...given })
  if ('problem' in read) throw new Error(read.problem)
  return read
}

test('districts add up to the printed total of the city in every year', () => {
  const { districts, notes } = runOf()
  for (const [at, year] of run.result.years.entries()) {
    const { M = [], F = [] } = run.result.population[year] ?? {}
    const sum = districts.reduce((total, { years }) => total + (years[at]?.total ?? 0), 0)
    expect(sum).toBe(Math.round(totalOf({ M: [...M], F: [...F] })))
  }
  for (const { years } of districts) {
    for (const { total, classes } of years) {
      expect(classes.child + classes.workingAge + classes.elderly).toBe(total)
    }
  }
  expect(notes).toEqual([])
})

test('the district that grew goes on growing faster', () => {
  const [east, west] = runOf().districts
  const growth = (course: typeof east) =>
    (course?.years.at(-1)?.total ?? 0) / (course?.years[0]?.total ?? Number.NaN)
  expect(growth(east)).toBeGreaterThan(growth(west))
})

test('entrants of a site move into the district of its name, those of another name are told', () => {
  const sites = [
    { name: '駅西', profile: 'family' as const, entrants: [{ year: 2021, persons: 3000 }] },
    { name: '山手', profile: 'family' as const, entrants: [{ year: 2021, persons: 10 }] },
  ]
  const assumptions = { ...noAssumptions, sites, guard: '新しい開発' }
  const developed = runScenario({ ...scenario, assumptions })
  const after = runOf({ run: developed, assumptions })
  const westIn = (courses: typeof after) =>
    courses.districts[1]?.years.find(({ year }) => year === 2025)?.total
  expect((westIn(after) ?? 0) - (westIn(runOf()) ?? 0)).toBeGreaterThan(2000)
  expect(after.notes[0]).toContain('「山手」')
})

test('register counts never meet a census case, and without the base year nothing is computed', () => {
  const mixed = runDistricts({ run, assumptions: noAssumptions, set: { ...set, basis: 'register' } })
  expect(mixed).toMatchObject({ problem: expect.stringContaining('混ぜません') })
  const districts = set.districts.map(({ name, counts }) => ({ name, counts: counts.slice(0, 1) }))
  const early = runDistricts({ run, assumptions: noAssumptions, set: { ...set, districts } })
  expect(early).toMatchObject({
    problem: expect.stringContaining('2015年の人口が、地区の表にありません（駅東、駅西）'),
  })
})

test('without an earlier count every district changes as the city does', () => {
  const districts = set.districts.map(({ name, counts }) => ({ name, counts: counts.slice(1) }))
  expect(runOf({ set: { ...set, districts } }).districts).toHaveLength(2)
})

test('cells under 20 persons, and districts under 1,000, are not shown by five-year age', () => {
  const tiny = set.districts.map(({ name, counts }, at) => ({
    name,
    counts: counts.map(({ year, M, F }) => {
      const scale = (values: readonly number[]) => values.map((count) => count * (at === 0 ? 0.01 : 1))
      return { year, M: scale(M), F: scale(F) }
    }),
  }))
  const { districts, notes } = runOf({ set: { ...set, districts: tiny } })
  const [small, large] = districts
  expect(small && shownAges(small)).toBeUndefined()
  expect(large && shownAges(large)).toHaveLength(19)
  expect(notes[0]).toContain('少ないので、市に合うように直しています')
})

test('a pasted table is read by district, and a mistake is told by its line', () => {
  const ages = Array.from({ length: 19 }, (_, at) => (at < 18 ? `${at * 5}～${at * 5 + 4}歳` : '９０歳以上'))
  const rows = ['駅東', '駅西'].flatMap((name) =>
    ['男', '女'].flatMap((sex) => ages.map((age) => `${name}\t${sex}\t${age}\t10\t１２`)),
  )
  const text = ['地区\t性別\t年齢\t2010年\t2015年', ...rows].join('\n')
  const { districts = [] } = readDistrictTable(text)
  expect(districts.map(({ name }) => name)).toEqual(['駅東', '駅西'])
  expect(districts[0]?.counts[1]).toMatchObject({ year: 2015, M: Array(19).fill(12) })
  expect(readDistrictTable(text.replace('駅西\t女\t0～4歳\t10', '駅西\t女\t0～4歳\t')).problems).toEqual([
    '59行目：駅西の2010年が「」です（空欄は0ではありません）',
  ])
  expect(readDistrictTable(rows.join('\n')).problems?.[0]).toContain('見出し')
  expect(readDistrictTable([text.split('\n')[0], ...rows.slice(0, 38)].join('\n')).problems?.[0]).toContain(
    '2つから',
  )
})
