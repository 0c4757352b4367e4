import { expect, test } from 'vitest'
import { readSource } from '../read-source.ts'

const census = [
  'code,name,sex,age,2010,2015',
  '08235,つくばみらい市,M,total,100,110',
  '08235,つくばみらい市,M,0-4,60,60',
  '08235,つくばみらい市,M,85+,38,45',
  '08235,つくばみらい市,M,unknown,2,5',
]
const read = (lines: readonly string[], kind: 'census-age' | 'projection-age' = 'census-age') =>
  readSource(lines.join('\n'), kind)

test('a census table gives a figure a year, sex and age', () => {
  const reading = read(census)
  expect('observations' in reading && reading.observations.slice(2, 4)).toEqual([
    { areaCode: '08235', areaName: 'つくばみらい市', item: 'K-M-0-4', time: '2010', value: 60, unit: '人' },
    { areaCode: '08235', areaName: 'つくばみらい市', item: 'K-M-0-4', time: '2015', value: 60, unit: '人' },
  ])
  expect(reading).toMatchObject({ notes: [expect.stringContaining('年齢不詳')] })
})

test('ages are read however they are written', () => {
  const written = [
    '地域コード,地域名,性別,年齢,2015年',
    'R08235,つくばみらい市,男,０～４歳,1',
    '08235,つくばみらい市,女,85歳以上,2',
  ]
  const reading = read(written)
  expect('items' in reading && reading.items.map(({ code, name }) => `${code} ${name}`)).toEqual([
    'K-M-0-4 人口（男・0～4歳）',
    'K-F-85+ 人口（女・85歳以上）',
  ])
})

test('a projection looks alike, and stands on its own basis', () => {
  const reading = read(census, 'projection-age')
  expect('items' in reading && reading.items[0]).toMatchObject({ code: 'S-M-total', basis: 'projection' })
})

test('a total that is not the sum of its ages is told by row and year', () => {
  const reading = read(census.map((line) => line.replace('total,100,110', 'total,100,120')))
  expect('findings' in reading && reading.findings).toMatchObject([
    { line: 2, column: '2015', value: '120', problem: expect.stringContaining('合計110人と合いません') },
  ])
})

test('a negative count, an unknown sex and a doubled group are refused', () => {
  const wrong = [
    ...census,
    '08235,つくばみらい市,X,0-4,1,1',
    '08235,つくばみらい市,M,0-4,1,1',
    '08235,つくばみらい市,F,0-4,-1,1',
  ]
  const reading = read(wrong)
  expect('findings' in reading && reading.findings.map(({ line, column }) => [line, column])).toEqual([
    [6, '性別'],
    [7, ''],
    [8, '2010年'],
  ])
})
