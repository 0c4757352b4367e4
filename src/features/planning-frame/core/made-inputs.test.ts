import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { oneCity, populationFolder } from '#test/demography/ipss-2018.ts'
import { ageRows } from './age-table.ts'
import { noAssumptions } from './assumptions.ts'
import { changePairs, inputsFromChange, inputsFromPublished } from './made-inputs.ts'
import { nationalSurvival } from './national-survival.ts'
import { readAgeCounts } from './read-counts.ts'
import { runScenario } from './run-scenario.ts'
import { carriedOn } from './simple-methods.ts'

const area = { code: '08235', name: 'つくばみらい市', level: 'municipality' } as const
const { counts = [] } = readAgeCounts(
  readFileSync(new URL('../sample/census.csv', import.meta.url), 'utf8'),
  {
    areaCode: '08235',
    source: '国勢調査',
  },
)
const totals = (made: ReturnType<typeof inputsFromPublished>) => {
  if (!made.inputs) throw new Error(made.problem)
  return runScenario({ inputs: made.inputs, assumptions: noAssumptions, seed: 1 })
}

test('a case of cohort change goes on as the two counts did, with deaths and moves apart', () => {
  const [pair] = changePairs(counts)
  if (!pair) throw new Error('no pair')
  expect([pair.earlier.year, pair.later.year]).toEqual([2010, 2015])
  const { result } = totals(inputsFromChange({ area, ...pair, until: 2045 }))
  const plain = carriedOn(pair.earlier, pair.later, 2020)
  expect(result.population['2020']?.F[7]).toBeCloseTo(plain?.F[7] ?? 0, 6)
  expect(result.years).toEqual([2015, 2020, 2025, 2030, 2035, 2040, 2045])
  expect(result.deaths[0]?.total).toBeGreaterThan(1000)
  expect(result.flags.filter(({ code }) => code === 'W-CHANGE-RATIO')).toEqual([])
})

test('a case after a published projection gives its numbers', () => {
  const { published } = oneCity()
  const byYear = new Map(
    Object.entries(published).map(([year, { M, F }]) => [
      Number(year),
      { persons: 0, ages: { M: [...M], F: [...F] } },
    ]),
  )
  const { result } = totals(inputsFromPublished(area, { title: '平成30年推計', from: 2015, byYear }))
  expect(ageRows(result).map(({ total }) => total)).toEqual([
    49_136, 50_834, 52_078, 52_868, 53_180, 53_140, 52_884,
  ])
  expect(
    inputsFromPublished(area, { title: '', from: 2015, byYear: new Map([...byYear].slice(0, 1)) }),
  ).toEqual({
    problem: '5年おきの、男女・5歳階級別の値が2回分以上要ります',
  })
})

test('an age where nobody was gives no ratio, and is named', () => {
  const [pair] = changePairs(counts)
  if (!pair?.earlier.ages) throw new Error('no pair')
  const empty = { ...pair.earlier, ages: { ...pair.earlier.ages, M: pair.earlier.ages.M.with(3, 0) } }
  expect(inputsFromChange({ area, ...pair, earlier: empty, until: 2045 }).problem).toContain('元の人口が0人')
})

const file =
  populationFolder && new URL('japan_survival_ratio_5y_from_official_lifetables.csv', populationFolder)

test.skipIf(!file || !existsSync(file))(
  'survival is that of the official life tables (needs ../shared)',
  () => {
    const rows = readFileSync(file ?? '', 'utf8').split(/\r?\n/)
    for (const year of [2015, 2020]) {
      for (const sex of ['M', 'F'] as const) {
        const values = rows.filter((row) => row.startsWith(`${year},${sex},`) && !row.includes(',e0,'))
        const survival = nationalSurvival({ from: year - 2.5, to: year + 2.5 })[sex]
        expect(survival).toEqual(values.map((row) => Number(row.split(',')[3])))
      }
    }
  },
)
