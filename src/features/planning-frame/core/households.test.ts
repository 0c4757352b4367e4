import { expect, test } from 'vitest'
import { householdTypes } from '#src/lib/demography/households.ts'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { noAssumptions } from './assumptions.ts'
import { enteredHouseholds, readHouseholdForm } from './household-form.ts'
import {
  headshipHead,
  participationHead,
  rateTable,
  readIndustryTable,
  readRateTable,
} from './rate-tables.ts'
import { runScenario } from './run-scenario.ts'

const inputs = inputsOf(oneCity(), 'life-table-and-rates')
const { ages } = inputs
const bare = { inputs, assumptions: noAssumptions, seed: 1 }

const rates = (words: string) =>
  ['男', '女'].flatMap((sex) => [`2020\t${sex}\t15～64歳\t${words}`, `2020\t${sex}\t６５歳以上\t${words}`])
const headship = ['年\t性別\t年齢', ...rates('10\t10\t20\t5\t5\t2')].join('\n')
const participation = rates('５０').join('\n')
const typed = {
  headship,
  headshipSource: '見本（架空）',
  headshipYear: '2020',
  headshipCounted: '19,955',
  headshipAmong: '49,457',
  participation,
  participationSource: '見本（架空）',
  industries: '2020\t3.6\t26.6\t66\t3.8',
}
const read = (entered: Record<string, string>) => readHouseholdForm(entered, bare)
const saved = () => {
  const { assumptions } = read(typed)
  if (!assumptions) throw new Error(JSON.stringify(read(typed).problems))
  return assumptions
}

test('households per resident are as counted in the year they are fitted to, and the types add up', () => {
  const { households, result } = runScenario({ ...bare, assumptions: saved() })
  const row = households.find(({ year }) => year === 2020)
  // The projection of 2020 has more residents than the census: so it has more households, of the same size.
  expect(row?.size).toBeCloseTo(49_457 / 19_955, 3)
  const { M = [], F = [] } = result.population['2020'] ?? {}
  const residents = [...M, ...F].reduce((sum, one) => sum + one, 0)
  const children = [...M.slice(0, 3), ...F.slice(0, 3)].reduce((sum, one) => sum + one, 0)
  const atHome = children + (residents - children) * 0.98
  expect(row?.total).toBe(Math.round((atHome * 19_955) / 49_457))
  for (const { total, types, elderlySingle = 0 } of households) {
    expect(householdTypes.reduce((sum, type) => sum + (types?.[type] ?? 0), 0)).toBe(total)
    expect(elderlySingle).toBeLessThan(types?.single ?? 0)
  }
})

test('workers are residents by participation, and the unclassified stay apart', () => {
  const { workers, result } = runScenario({ ...bare, assumptions: saved() })
  const { M = [], F = [] } = result.population['2045'] ?? {}
  const grown = [...M.slice(3), ...F.slice(3)].reduce((sum, one) => sum + one, 0)
  const last = workers.at(-1)
  expect(last?.total).toBe(Math.round(grown / 2))
  expect(last?.industries?.unclassified).toBe(Math.round((last?.total ?? 0) * 0.038))
})

test('what is saved is shown as it is read again', () => {
  const assumptions = saved()
  expect(read(enteredHouseholds({ assumptions })).assumptions).toEqual(assumptions)
  const simple = {
    ...noAssumptions,
    households: { size: 2.5, change: -0.01, floor: 2 },
    workers: { share: 0.6 },
  }
  expect(read(enteredHouseholds({ assumptions: simple })).assumptions).toEqual(simple)
  expect(read({}).assumptions).toEqual(noAssumptions)
})

test('mistakes in a table are told by their line, and nothing blank is zero', () => {
  const problem = (text: string) => readRateTable(text, { ages, head: headshipHead }).problem
  expect(problem(headship.replace('10\t10\t20\t5\t5\t2', '10\t\t20\t5\t5\t2'))).toContain(
    '2行目：「夫婦のみ」',
  )
  expect(problem(headship.replace('10\t10\t20', '80\t10\t20'))).toContain('率の合計が120％')
  expect(problem(headship.replace('\t15～64歳', '\t15～64さい'))).toContain('2行目：年齢')
  expect(problem(headship.split('\n').slice(0, -1).join('\n'))).toBe('2020年・女・65～69歳の行がありません')
  expect(readRateTable('2020\t男\t15歳以上\t101', { ages, head: participationHead }).problem).toContain(
    '就業率',
  )
  expect(readIndustryTable('年\t第1次\t第2次\t第3次\t分類不能\n2020\t3\t27\t66\t4').rows).toHaveLength(1)
  expect(readIndustryTable('2020\t10\t20\t30\t4').problem).toContain('合計が64％')
})

test('two ways at once, rates without source, and a year outside the projection stand at their fields', () => {
  const wrong = {
    ...typed,
    householdSize: '2.5',
    workerPercent: '60',
    headshipSource: '',
    headshipYear: '1990',
  }
  expect(Object.keys(read(wrong).problems ?? {}).sort()).toEqual([
    'headshipSource',
    'headshipYear',
    'householdSize',
    'workerPercent',
  ])
})

test('rates that would be above 1 when fitted are refused, and so is a scenario that makes them so', () => {
  const tooMany = { ...typed, headshipCounted: '48000', headshipAmong: '49,457' }
  expect(read(tooMany).problems?.['headship']).toContain('世帯主率の合計')
  const busy = { participation: rates('90').join('\n'), participationSource: '見本（架空）' }
  const fitted = { participationYear: '2020', participationCounted: '42000', participationAmong: '42184' }
  expect(read({ ...busy, ...fitted }).assumptions).toBeDefined()
  const uneven = `${participation.replaceAll('65歳以上\t５０', '65歳以上\t20').replaceAll('６５歳以上\t５０', '65歳以上\t20')}`
  expect(read({ ...busy, participation: uneven, ...fitted }).problems?.['participation']).toContain('就業率')
})

test('a table that is written is one that can be read', () => {
  const { rows = [] } = readRateTable(headship, { ages, head: headshipHead })
  expect(readRateTable(rateTable(headshipHead, rows), { ages, head: headshipHead }).rows).toEqual(rows)
})
