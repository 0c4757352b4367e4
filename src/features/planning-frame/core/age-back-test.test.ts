import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packFile } from '#src/features/statistics/core/plan-import.ts'
import { readSource } from '#src/features/statistics/core/read-source.ts'
import { joinRows } from '#src/features/statistics/core/series.ts'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { noAssumptions } from './assumptions.ts'
import { countedClasses } from './counted-classes.ts'
import { publishedProjections } from './published-projections.ts'
import { readAgeCounts } from './read-counts.ts'
import { runScenario } from './run-scenario.ts'
import { backTestScenario } from './scenario-back-test.ts'

const sample = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** つくばみらい市 as the statistics of the sample town keep it: SSDSE-A of 2020 and the projection of 2018. */
function cityInStatistics() {
  const files = [
    ['ssdse-a', 'statistics/sample/ssdse-a-2022.csv', 'sr_1'],
    ['projection-age', 'statistics/sample/ipss-2018.csv', 'sr_2'],
  ] as const
  const packed = files.map(([kind, path, datasetId]) => {
    const reading = readSource(sample(path), kind)
    if ('findings' in reading) throw new Error(reading.findings[0]?.problem)
    const { items, rows } = packFile(reading)
    return {
      items: items.map((item) => ({ ...item, datasetId })),
      rows: rows.map(({ cells, ...row }) => ({
        ...row,
        datasetId,
        cells: Object.fromEntries(Object.entries(cells).map(([code, value]) => [code, [value, 1] as const])),
      })),
    }
  })
  const rows = packed.flatMap((file) => file.rows).filter(({ areaCode }) => areaCode === '08235')
  const [city] = joinRows(rows as unknown as Parameters<typeof joinRows>[0], {
    items: packed.flatMap(({ items }) => items),
    names: new Map(),
  })
  if (!city) throw new Error('no city')
  return city
}

const city = cityInStatistics()
const published = publishedProjections(city, new Map([['sr_2', '平成30年推計']]))
const { counts = [] } = readAgeCounts(sample('planning-frame/sample/census.csv'), {
  areaCode: '08235',
  source: '国勢調査',
})
const census2020 = { year: 2020, persons: 49_872, source: '令和2年国勢調査' }
const run = runScenario({
  inputs: inputsOf(oneCity(), 'life-table-and-rates'),
  assumptions: noAssumptions,
  seed: 1,
})

test('a published projection of the statistics is compared with what was counted since', () => {
  expect(published).toMatchObject([{ title: '平成30年推計', from: 2015 }])
  expect(published[0]?.byYear.get(2020)?.persons).toBe(50_834)
  const { rows } = backTestScenario(run, { name: 'ケース', counts: [...counts, census2020], published })
  const found = rows.find(({ method }) => method === '平成30年推計')
  expect(found).toMatchObject({ from: 2015, year: 2020, projected: 50_834, counted: 49_872 })
})

test('the error by age of 2020 stands beside that of the published projection and of simple methods', () => {
  const classes = countedClasses(city)
  const { ages } = backTestScenario(run, {
    name: 'ケース',
    counts: [...counts, census2020],
    published,
    classes,
  })
  expect(ages?.year).toBe(2020)
  expect(ages?.methods).toEqual(['ケース', '平成30年推計', 'コーホート変化率法', '直線延長', '変化なし'])
  expect(ages?.rows.map(({ label }) => label)).toEqual(['0～14歳', '15～64歳', '65歳以上'])
  // 7,350, 27,180 and 13,152 of known age; 2,190 of unknown age are distributed.
  expect(ages?.rows.map(({ counted }) => Math.round(counted))).toEqual([7_688, 28_428, 13_756])
  expect(ages?.rows[2]?.cells[0]?.percent).toBeCloseTo((13_459 / 13_756 - 1) * 100, 1)
  expect(ages?.note).toContain('2,190人')
})
