import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decodeText } from '#src/lib/csv/decode-text.ts'
import { populationFolder } from '#test/demography/ipss-2018.ts'
import { compareCities } from './compare-cities.ts'
import { comparedItemOf, comparedItems } from './compared-items.ts'
import type { ReadFile } from './figures.ts'
import { packFile, planImport } from './plan-import.ts'
import { areasOf } from './read-areas.ts'
import { readSource } from './read-source.ts'
import type { SourceKind } from './source-kinds.ts'

/** The files as downloaded, all municipalities: left out with a word where `../shared` is not. */
describe.skipIf(!populationFolder)('the files of the whole country', () => {
  const textOf = (name: string) => {
    const bytes = readFileSync(new URL(name, populationFolder))
    const decoded = decodeText(name.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    return 'text' in decoded ? decoded.text : ''
  }
  const known = new Map<string, ReadFile>()
  const read = (name: string, kind: SourceKind): ReadFile => {
    const file = known.get(name)
    if (file) return file
    const reading = readSource(textOf(name), kind)
    if ('findings' in reading) throw new Error(JSON.stringify(reading.findings.slice(0, 3)))
    known.set(name, reading)
    return reading
  }
  test.each([
    ['ssdse/SSDSE-A-2020.csv', 125],
    ['ssdse/SSDSE-A-2026.csv', 125],
  ])('%s has 1,741 municipalities', (name, items) => {
    const file = read(name, 'ssdse-a')
    expect(file.items).toHaveLength(items)
    expect(new Set(file.observations.map(({ areaCode }) => areaCode)).size).toBe(1741)
  })

  test('a standard score of 茨城県 is the worked one: 40.9, or 59.1 turned', () => {
    const ibaraki = areasOf([read('ssdse/SSDSE-A-2026.csv', 'ssdse-a')]).filter(({ areaCode }) =>
      areaCode.startsWith('08'),
    )
    const item = comparedItemOf('elderly-share')
    const compare = (direction: 'higher' | 'lower') =>
      item && compareCities(ibaraki, '08235', { ...item, direction })
    expect(compare('higher')).toMatchObject({ n: 44 })
    expect(compare('higher')?.mean).toBeCloseTo(32.173, 3)
    expect(compare('higher')?.deviation).toBeCloseTo(5.0417, 4)
    expect(compare('higher')?.own?.score).toBeCloseTo(40.9, 1)
    expect(compare('lower')?.own?.score).toBeCloseTo(59.1, 1)
  })

  test('every compared item can be made for a city from the newest edition', () => {
    const own = areasOf([read('ssdse/SSDSE-A-2026.csv', 'ssdse-a')]).filter(
      ({ areaCode }) => areaCode === '08235',
    )
    const missing = comparedItems.filter((item) => compareCities(own, '08235', item).n === 0)
    expect(missing.map(({ id }) => id)).toEqual([])
  })

  test('the census and the projections are read whole, and every total adds up', () => {
    const census = read('census_1980_2015_muni_sex_age5.csv.gz', 'census-age')
    expect(new Set(census.observations.map(({ areaCode }) => areaCode)).size).toBe(1741)
    const projection = read('ipss2018_projection_2015_2045_muni_sex_age5.csv.gz', 'projection-age')
    expect(new Set(projection.observations.map(({ areaCode }) => areaCode)).size).toBe(1682)
  })

  test('the same file over itself changes nothing', () => {
    const packed = packFile(read('ssdse/SSDSE-A-2026.csv', 'ssdse-a'))
    const first = planImport([], packed, 1)
    expect(first.added).toBe(1741 * 125)
    expect(planImport(first.rows, packed, 2)).toMatchObject({
      added: 0,
      changed: 0,
      same: 1741 * 125,
      rows: [],
    })
  })
})

const openData = [new URL('../opendata/', populationFolder ?? import.meta.url)].find((folder) =>
  existsSync(folder),
)

test.skipIf(!openData)('the register population of 昭島市 is read as published', () => {
  const bytes = readFileSync(new URL('population_sample_akishima_132071.csv', openData))
  const decoded = decodeText(bytes)
  const reading = readSource('text' in decoded ? decoded.text : '', 'register-age')
  expect(reading).toMatchObject({ recognised: expect.stringContaining('古い見出し、3行') })
})
