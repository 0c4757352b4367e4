import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type CsvRow, readCsv, writeCsv } from '#src/lib/csv/csv.ts'
import { decodeText } from '#src/lib/csv/decode-text.ts'
import { dissimilarity } from '#src/lib/demography/backtest.ts'
import { inputsOf, oneCity, populationFolder } from '#test/demography/ipss-2018.ts'
import { backTest } from './backtest-methods.ts'
import { readCountTable, readSsdseTotals, totalOf } from './count-table.ts'
import { errorModelCoverage } from './coverage.ts'

const labels = inputsOf(oneCity(), 'life-table-closed').base.M.map((_, at) =>
  at < 18 ? `${at * 5}-${at * 5 + 4}` : '90+',
)
const years = [2015, 2020, 2025]

/** つくばみらい市 and a twin of half its size, as a census table. */
function tableOf(change: (rows: (string | number)[][]) => (string | number)[][] = (rows) => rows): CsvRow[] {
  const { published } = oneCity()
  const rows = ['08235', '08999'].flatMap((code, twin) =>
    (['M', 'F'] as const).flatMap((sex) =>
      labels.map((age, at) => [
        code,
        '見本',
        sex,
        age,
        ...years.map((year) => (published[year]?.[sex][at] ?? 0) / (twin + 1)),
      ]),
    ),
  )
  return readCsv(writeCsv([['code', 'name', 'sex', 'age', ...years], ...change(rows)])).rows
}

test('a table is read by area and year', () => {
  const { counts, problems } = readCountTable(tableOf())
  expect(problems).toEqual([])
  expect(totalOf(counts.get('08235')?.get(2015) ?? { M: [], F: [] })).toBe(49136)
})

test('unknown ages are distributed over their sex', () => {
  const withUnknown = (rows: (string | number)[][]) => [...rows, ['08235', '見本', 'M', 'unknown', 100, 0, 0]]
  const count = readCountTable(tableOf(withUnknown)).counts.get('08235')?.get(2015)
  expect(totalOf(count ?? { M: [], F: [] })).toBeCloseTo(49236, 6)
})

test('ages and sexes may be written as Japanese tables do; another open group is refused', () => {
  const words = (rows: (string | number)[][]) =>
    rows.map((row) =>
      row
        .with(2, row[2] === 'M' ? '男' : '女')
        .with(3, String(row[3]).replace('-', '～').replace('90+', '９０歳以上')),
    )
  expect(readCountTable(tableOf(words))).toEqual(readCountTable(tableOf()))
  const younger = (rows: (string | number)[][]) =>
    rows.map((row) => (row[3] === '90+' ? row.with(3, '85歳以上') : row))
  expect(readCountTable(tableOf(younger)).problems[0]?.problem).toContain('最後の年齢区分が「85+」です')
})

test('a blank cell, a missing age or a wrong total leaves its area out; the other is read', () => {
  const faults: [string, (rows: (string | number)[][]) => (string | number)[][]][] = [
    ['「」です（空欄は0ではありません）', ([first = [], ...rest]) => [first.with(4, ''), ...rest]],
    ['「0-4」（M）がありません', (rows) => rows.slice(1)],
    ['合計が、内訳と合いません', (rows) => [...rows, ['08235', '見本', 'F', 'total', 5, 5, 5]]],
  ]
  for (const [words, fault] of faults) {
    const { counts, problems } = readCountTable(tableOf(fault))
    expect(problems).toHaveLength(1)
    expect(problems[0]?.problem).toContain(words)
    expect([...counts.keys()]).toEqual(['08999'])
  }
})

test('ratios of five years, carried on, are compared with what was counted', () => {
  const census = readCountTable(tableOf())
  const actual = new Map([['08235', 52868]])
  const { areas, methods, left } = backTest({ census, earlier: 2015, base: 2020, target: 2025, actual })
  expect(areas.map(({ code }) => code)).toEqual(['08235'])
  expect(left).toBe(1)
  expect(methods.map(({ method }) => method)).toEqual(['cohort-change', 'tempered', 'linear', 'no-change'])
  expect(areas[0]?.projected['no-change']).toBe(50834)
  expect(areas[0]?.dissimilarity).toBeLessThan(0.02)
})

const packed = (name: string) => {
  const bytes = readFileSync(new URL(name, populationFolder))
  const text = decodeText(name.endsWith('.gz') ? gunzipSync(bytes) : bytes)
  return 'text' in text ? readCsv(text.text).rows : []
}

test.skipIf(!populationFolder)(
  'all municipalities, 2015 to 2020, as published in the planning frame (needs ../shared)',
  { timeout: 60_000 },
  () => {
    const census = readCountTable(packed('census_1980_2015_muni_sex_age5.csv.gz'))
    const published = readCountTable(packed('ipss2018_projection_2015_2045_muni_sex_age5.csv.gz'))
    const actual = readSsdseTotals(packed('ssdse/SSDSE-A-2026.csv'))?.totals ?? new Map()
    const { methods, areas } = backTest({
      census,
      earlier: 2010,
      base: 2015,
      target: 2020,
      actual,
      published,
    })
    const rows = Object.fromEntries(methods.map(({ method, all }) => [method, all]))
    // Mean, median and bias as printed there; the 90th percentile there is another kind of quantile.
    const printed = {
      published: [1.73, 1.18, 3.68, -0.5],
      'cohort-change': [2.125, 1.33, 4.41, -0.59],
      linear: [2.15, 1.34, 4.61, -0.25],
      'no-change': [6.28, 5.66, 12.39, 5.28],
    }
    expect(areas).toHaveLength(1680)
    for (const [method, [mean = 0, median = 0, p90 = 0, bias = 0]] of Object.entries(printed)) {
      expect(rows[method]?.meanAbsolutePercent).toBeCloseTo(mean, 2)
      expect(rows[method]?.medianAbsolutePercent).toBeCloseTo(median, 2)
      expect(rows[method]?.p90AbsolutePercent).toBeCloseTo(p90, 1)
      expect(rows[method]?.biasPercent).toBeCloseTo(bias, 2)
    }
    expect(rows['tempered']?.meanAbsolutePercent).toBeLessThan(1.73)
    expect(errorModelCoverage(areas, 'published')).toBeGreaterThan(0.77)
    expect(errorModelCoverage(areas, 'published')).toBeLessThan(0.83)
  },
)

test('two equal age structures do not differ', () => {
  expect(dissimilarity(oneCity().base_2015, oneCity().base_2015)).toBe(0)
})
