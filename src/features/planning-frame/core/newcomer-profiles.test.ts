import { expect, test } from 'vitest'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { readSiteTable, siteTable } from './assumption-tables.ts'
import { noAssumptions } from './assumptions.ts'
import { profileTable, readProfileTable } from './newcomer-profiles.ts'
import { runScenario } from './run-scenario.ts'
import { enteredOf, readScenarioForm } from './scenario-form.ts'

const city = inputsOf(oneCity(), 'life-table-and-rates')
const scenario = {
  name: '開発反映',
  note: '',
  origin: 'own' as const,
  seed: 1,
  inputs: city,
  assumptions: noAssumptions,
}
const students = '名前\t性別\t年齢\t人数\n学生寮\t男\t15～19歳\t30\n学生寮\t女\t20～24歳\t１０'

test("the city's own profile is read and written; ages that are left out have nobody", () => {
  const { rows = [] } = readProfileTable(students, city)
  expect(rows.map(({ name, M, F }) => [name, M[3], F[4], [...M, ...F].reduce((a, b) => a + b, 0)])).toEqual([
    ['学生寮', 30, 10, 40],
  ])
  expect(readProfileTable(profileTable(city, rows), city)).toEqual({ rows })
  expect(profileTable(city, [])).toBe('')
  const sites = readSiteTable('大学前\t2026\t400\t学生寮', city, rows)
  expect(sites.rows?.[0]?.profile).toBe('学生寮')
  expect(readSiteTable(siteTable(sites.rows ?? []), city, rows)).toEqual(sites)
  expect(readSiteTable('大学前\t2026\t400\t学生寮', city).problem).toContain('のどれか')
})

test('those who come by it are of its ages and sexes', () => {
  const typed = {
    ...enteredOf(scenario),
    profiles: students,
    sites: '大学前\t2021\t400\t学生寮',
    guard: '新設',
  }
  const { content, problems } = readScenarioForm(typed, scenario)
  expect(problems).toBeUndefined()
  const with400 = runScenario({ ...scenario, assumptions: content?.assumptions ?? noAssumptions })
  const added = with400.inputs.periods[1]?.additions?.[0]
  expect(added?.M[3]).toBeCloseTo(300, 9)
  expect(added?.F[4]).toBeCloseTo(100, 9)
  expect([...(added?.M ?? []), ...(added?.F ?? [])].reduce((a, b) => a + b, 0)).toBeCloseTo(400, 9)
})

test('a profile with a fault is refused by its line', () => {
  const problem = (text: string) => readProfileTable(text, city).problem
  expect(problem(students.replace('15～19歳', '15～24歳'))).toContain('2行目：年齢「15~24歳」')
  expect(problem(students.replace('\t30', '\t'))).toContain('2行目：「人数」を0以上の数')
  expect(problem('若者\t男\t15～19歳\t5')).toContain('はじめからある名前')
  expect(problem('学生寮\t男\t15～19歳\t0')).toContain('すべて0人')
  expect(problem('\t男\t15～19歳\t3')).toContain('名前を40字以内で')
})
