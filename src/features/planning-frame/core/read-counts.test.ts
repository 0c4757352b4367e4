import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readAgeCounts, readTotals } from './read-counts.ts'

const census = readFileSync(new URL('../sample/census.csv', import.meta.url), 'utf8')

test('the census of the city is read by age, unknown ages distributed', () => {
  const read = readAgeCounts(census, { areaCode: '08235', source: '国勢調査' })
  const totals = (read.counts ?? []).map(({ year, persons }) => [year, Math.round(persons)])
  expect(totals.slice(-2)).toEqual([
    [2010, 44_461],
    [2015, 49_136],
  ])
  expect(read.counts?.[0]?.ages?.M).toHaveLength(19)
})

test('a broken table is refused with its line', () => {
  const broken = census.replace(/,1390\r?\n/, ',\n')
  expect(readAgeCounts(broken, { areaCode: '08235', source: '' }).problems?.[0]).toContain(
    '空欄は0ではありません',
  )
})

test('totals are pasted; years and persons that are none are told', () => {
  expect(readTotals('年\t人口\n2015年\t49,136\n２０２０\t49872', { source: '国勢調査' }).counts).toEqual([
    { year: 2015, persons: 49_136, source: '国勢調査' },
    { year: 2020, persons: 49_872, source: '国勢調査' },
  ])
  expect(readTotals('2015\t\n元年\t5', { source: '' }).problems).toHaveLength(2)
  expect(readTotals('', { source: '' }).problems).toEqual(['年と人口の行がありません'])
})
