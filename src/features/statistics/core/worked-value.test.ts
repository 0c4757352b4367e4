import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compareCities } from './compare-cities.ts'
import { comparedItemOf, comparedItems } from './compared-items.ts'
import { areasOf } from './read-areas.ts'
import { readSource } from './read-source.ts'

/** The extract of SSDSE-A 2026 in the sample: all of 茨城県, so that the worked value is checked on every machine. */
const text = readFileSync(new URL('../sample/ssdse-a-2026.csv', import.meta.url), 'utf8')
const reading = readSource(text, 'ssdse-a')
const areas = 'findings' in reading ? [] : areasOf([reading])
const ibaraki = areas.filter(({ areaCode }) => areaCode.startsWith('08'))

test('the share of 65 and older in 茨城県: n 44, mean 32.173, σ 5.0417, score 40.9, turned 59.1', () => {
  const item = comparedItemOf('elderly-share')
  if (!item) throw new Error('the item is gone')
  const higher = compareCities(ibaraki, '08235', { ...item, direction: 'higher' })
  const lower = compareCities(ibaraki, '08235', { ...item, direction: 'lower' })
  expect(higher.n).toBe(44)
  expect(higher.mean).toBeCloseTo(32.173, 3)
  expect(higher.deviation).toBeCloseTo(5.0417, 4)
  expect(higher.own?.score).toBeCloseTo(40.9, 1)
  expect(lower.own?.score).toBeCloseTo(59.1, 1)
})

test('every compared item can be made for the own city', () => {
  const own = ibaraki.filter(({ areaCode }) => areaCode === '08235')
  expect(comparedItems.filter((item) => compareCities(own, '08235', item).n === 0)).toEqual([])
})
