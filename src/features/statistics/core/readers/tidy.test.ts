import { expect, test } from 'vitest'
import { readSource } from '../read-source.ts'
import { type ColumnMapping, guessMapping } from './tidy.ts'

const plain = { basis: 'neutral', itemName: '', itemUnit: '' } as const
const mapping: ColumnMapping = { ...plain, area: 0, time: 1, item: 2, value: 3, unit: 4 }
const read = (lines: readonly string[], by = mapping) => readSource(lines.join('\n'), 'tidy', by)

test('columns are proposed by their headings', () => {
  expect(guessMapping(['市区町村コード', '年度', '項目', '値', '単位', '備考'])).toEqual({
    area: 0,
    time: 1,
    item: 2,
    value: 3,
    unit: 4,
  })
})

test('a free table is read by the columns a person named', () => {
  const reading = read(['コード,年,項目,値,単位', '082350,令和5年度,公園面積,"1,234.5",㎡'])
  expect('observations' in reading && reading.observations).toEqual([
    { areaCode: '08235', areaName: '08235', item: 'T-公園面積', time: '2023FY', value: 1234.5, unit: '㎡' },
  ])
})

test('one name serves a table without a column of items, and sex with age makes one of residents', () => {
  const named = read(['c,t,v', '08235,2020,5'], {
    ...plain,
    area: 0,
    time: 1,
    value: 2,
    itemName: '公園',
    itemUnit: 'か所',
  })
  expect('items' in named && named.items).toMatchObject([{ name: '公園', unit: 'か所' }])
  const byAge = read(['c,t,v,s,a', '08235,2025-01-01,5,女,85歳以上'], {
    ...{ ...plain, basis: 'register', area: 0, time: 1, value: 2, sex: 3, age: 4 },
  })
  expect('items' in byAge && byAge.items).toMatchObject([{ code: 'J-F-85+', basis: 'register' }])
})

test('every wrong cell of a row is told by its heading', () => {
  const reading = read(['コード,年,項目,値,単位', '8,きのう,公園,多い,㎡'])
  expect('findings' in reading && reading.findings.map(({ line, column }) => [line, column])).toEqual([
    [2, '年'],
    [2, '値'],
  ])
})
