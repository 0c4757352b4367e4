import { expect, test } from 'vitest'
import { readCsv } from '#src/lib/csv/csv.ts'
import type { ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'
import { inventedInputs } from '#test/demography/invented-inputs.ts'
import { readCountTable } from './count-table.ts'
import { readAgeCounts } from './read-counts.ts'
import { readProjectionInputs } from './read-projection-inputs.ts'
import { readUploaded } from './read-uploaded.ts'
import { runProjections } from './run-projections.ts'

/** What people really send: every fault is told with its place, and nothing is made up. */

const ages = [...Array.from({ length: 18 }, (_, at) => `${at * 5}-${at * 5 + 4}`), '90+']
const cityOf = (code: string) =>
  (['M', 'F'] as const).flatMap((sex) => ages.map((age) => [code, sex, age, '100', '120']))
const whole = cityOf('08235')
const csvOf = (rows: readonly (readonly string[])[]) =>
  [['code', 'sex', 'age', '2010', '2015'], ...rows].map((row) => row.join(',')).join('\n')
const read = (rows: readonly (readonly string[])[]) => readCountTable(readCsv(csvOf(rows)).rows)
const changed = (line: number, column: number, value: string) =>
  whole.map((row, at) => (at === line - 2 ? row.with(column, value) : row))

test('negative and missing cells are told with line and year', () => {
  for (const [value, words] of [
    ['-5', '08235の2010年が「-5」です（人数は0以上です）'],
    ['', '08235の2010年が「」です（空欄は0ではありません）'],
    ['…', '08235の2010年が「…」です（数ではありません）'],
    ['X', '08235の2010年が「X」です'],
  ] as const) {
    expect(read(changed(7, 3, value)).problems).toMatchObject([
      { line: 7, problem: expect.stringContaining(words) },
    ])
  }
})

test('a missing age group, or one that is there twice, is named', () => {
  expect(read(whole.filter((_, at) => at !== 3)).problems[0]?.problem).toContain('「15-19」（M）がありません')
  expect(read(changed(7, 2, '15-19')).problems[0]?.problem).toContain('「15-19」（M）が2つ以上あります')
})

test('ages in digits of full width and every way of 以上 are one', () => {
  const written = (age: string) =>
    age === '90+'
      ? '９０歳以上'
      : `${age.replace('-', '～')}歳`.replace(/\d/g, (digit) => '０１２３４５６７８９'[Number(digit)] ?? '')
  const japanese = read(
    whole.map((row) => row.with(1, row[1] === 'M' ? '男' : '女').with(2, written(row[2] ?? ''))),
  )
  expect(japanese).toEqual(read(whole))
  for (const open of ['90歳以上', '90以上', '90+', '９０＋', '90 歳以上']) {
    expect(read(whole.map((row) => (row[2] === '90+' ? row.with(2, open) : row))).problems).toEqual([])
  }
})

test('unknown ages are spread in proportion, and told', () => {
  const { counts } = readAgeCounts(csvOf([...whole, ['08235', 'M', '年齢不詳', '0', '48']]), {
    areaCode: '08235',
    source: '国勢調査',
  })
  expect(counts?.map(({ source }) => source)).toEqual(['国勢調査', '国勢調査（年齢不詳48人を按分）'])
  expect(counts?.[1]?.ages?.M[0]).toBeCloseTo(120 + (48 * 120) / (19 * 120), 9)
})

test('a total that does not add up is told by its row', () => {
  const { problems, counts } = read([...whole, ['08235', 'M', '総数', '1900', '9999']])
  expect(problems).toEqual([{ line: 40, problem: '08235の2015年（M）の合計が、内訳と合いません' }])
  expect(counts.size).toBe(0)
  expect(read([...whole, ['08235', 'M', '総数', '1900', '2280']]).problems).toEqual([])
})

test('another open group is refused where it is younger, and summed where it is older', () => {
  const younger = whole.flatMap((row) =>
    row[2] === '85-89' ? [row.with(2, '85+')] : row[2] === '90+' ? [] : [row],
  )
  expect(read(younger).problems[0]?.problem).toContain('最後の年齢区分が「85+」です（「90+」が必要です）')
  const older = whole.flatMap((row) =>
    row[2] === '90+'
      ? [row.with(2, '90-94').with(3, '70'), row.with(2, '95+').with(3, '30').with(4, '0')]
      : [row],
  )
  expect(read(older).counts).toEqual(read(whole).counts)
})

test('a file of another city is not taken for this one', () => {
  const options = { areaCode: '08235', source: '国勢調査' }
  expect(readAgeCounts(csvOf(cityOf('08220')), options).problems).toEqual([
    'この市町村（08235）の行がありません',
  ])
  const other = { ...inventedInputs(), area: { code: '08220', name: 'つくば市', level: 'municipality' } }
  const refusals = readUploaded(JSON.stringify(other), {
    areaCode: '08235',
    distributeUnknown: false,
  }).refusals
  expect(refusals?.[0]).toContain('つくば市（08220）')
})

const edited = (change: (period: ProjectionInputs['periods'][number]) => object) => {
  const inputs = inventedInputs({ steps: 2 })
  return {
    ...inputs,
    periods: inputs.periods.map((period, at) => (at === 0 ? { ...period, ...change(period) } : period)),
  }
}
const refusedBy = (inputs: unknown) => {
  const { areas, refused } = readProjectionInputs(inputs)
  return [...refused, ...runProjections(areas).refused].flatMap(({ problems }) =>
    problems.map(({ code }) => code),
  )
}

test('rates above 1, and a base year after the first period, are refused', () => {
  const above = edited(({ survival: { M, F } }) => ({ survival: { M: M.with(4, 1.2), F } }))
  expect(refusedBy(above)).toContain('E-RANGE')
  expect(refusedBy({ ...inventedInputs({ steps: 2 }), baseDate: '2099-10-01' })).toContain('E-TIME')
})

test('of 1,741 cities the three broken ones are listed, and the others are projected', () => {
  const cities = Array.from({ length: 1741 }, (_, at) => inventedInputs({ seed: at + 1, steps: 1 }))
  const broken = cities.map((inputs, at) => {
    if (at === 5) return { ...inputs, base: { M: [1], F: [1] } }
    if (at === 900) return { ...inputs, base: { ...inputs.base, M: inputs.base.M.map(() => null) } }
    return at === 1700 ? { ...inputs, base: { ...inputs.base, F: inputs.base.F.map(() => -1) } } : inputs
  })
  const { areas, refused } = readProjectionInputs(broken)
  const run = runProjections(areas, { hash: () => '' })
  expect(run.results).toHaveLength(1738)
  expect([...refused, ...run.refused].map(({ name }) => name)).toHaveLength(3)
})
