import { expect, test } from 'vitest'
import { readCorrectRows } from './read-source.ts'
import type { ColumnMapping } from './readers/tidy.ts'

const parks: ColumnMapping = {
  area: 0,
  time: 1,
  value: 2,
  basis: 'neutral',
  itemName: '公園',
  itemUnit: 'か所',
}
const tidy = (rows: readonly string[], mapping = parks) =>
  readCorrectRows(['コード,年,値,性別,年齢', ...rows].join('\n'), 'tidy', mapping)
const ssdse = (rows: readonly string[]) => {
  const head = ['SSDSE-A-2026,P,M,A1101', ',,年度,2020', '地域コード,都道府県,市区町村,総人口']
  return readCorrectRows([...head, ...rows].join('\r\n'), 'ssdse-a')
}

test('without its wrong rows a table is the table of the others, and says what it lacks', () => {
  const correct = tidy(['08235,2020,3', '08224,2020,三', '082,2020,5'])
  expect(correct?.observations.map(({ areaCode, value }) => [areaCode, value])).toEqual([['08235', 3]])
  expect(correct?.left).toEqual([
    { line: 3, words: '08224、2020、三' },
    { line: 4, words: '082、2020、5' },
  ])
  expect(correct?.recognised).toContain('（1項目、1件）から、間違いのある2行（3、4行目）を除いたもの')
})

test('a city with one wrong cell is left out as a whole', () => {
  const correct = ssdse(['R08235,茨城県,つくばみらい市,4万', 'R08224,茨城県,守谷市,68421'])
  expect(correct?.observations.map(({ areaName }) => areaName)).toEqual(['守谷市'])
  expect(correct?.left).toEqual([{ line: 4, words: 'R08235、茨城県、つくばみらい市、4万' }])
})

test('of two rows with one key nobody knows the right one, also when one of them is no number', () => {
  expect(tidy(['08235,2020,3', '08235,2020,4', '08224,2020,1'])).toBeUndefined()
  expect(tidy(['08235,2020,3', '08235,2020,四', '08224,2020,1'])).toBeUndefined()
  expect(ssdse(['R08235,茨城県,市,1', 'R08235,茨城県,市,2', 'R08224,茨城県,市,3'])).toBeUndefined()
})

test('parts of a sum, headings, other kinds and a table without a right row are taken as a whole or not', () => {
  const byAge = { ...parks, sex: 3, age: 4 }
  expect(tidy(['08235,2020,3,男,0～4歳', '08235,2020,x3,女,0～4歳'], byAge)).toBeUndefined()
  const wrongHead =
    'SSDSE-A-2026,P,M,A1101,x\n,,年度,2020,2020\n地域コード,都道府県,市区町村,総人口,y\nR08235,茨城県,市,1,2'
  expect(readCorrectRows(wrongHead, 'ssdse-a')).toBeUndefined()
  const census = 'code,name,sex,age,2015\n08235,市,M,total,2\n08224,市,M,total,x2'
  expect(readCorrectRows(census, 'census-age')).toBeUndefined()
  expect(tidy(['08235,2020,三'])).toBeUndefined()
  expect(readCorrectRows('{"GET_STATS_DATA":', 'estat')).toBeUndefined()
})

test('a whole table, and one with more mistakes than are told, offer nothing to leave out', () => {
  expect(tidy(['08235,2020,3'])).toBeUndefined()
  const many = Array.from({ length: 201 }, (_, at) => `08235,${1900 + at},多数`)
  expect(tidy(['08224,2020,3', ...many])).toBeUndefined()
  expect(tidy(['08224,2020,3', ...many.slice(1)])?.left).toHaveLength(200)
})
