import { expect, test } from 'vitest'
import type { Reading } from '../figures.ts'
import { readSource } from '../read-source.ts'

/** The heads of the editions of 2020 and 2026 with three items and two places; figures as published. */
const edition2026 = [
  'SSDSE-A-2026,Prefecture,Municipality,A1101,H5507,D2203',
  ',,年度,2020,2023,2022',
  '地域コード,都道府県,市区町村,総人口,総人口（非水洗化人口＋水洗化人口）,経常収支比率（市町村財政）',
  'R08235,茨城県,つくばみらい市,49872,53402,92.2',
  'R07546,福島県,双葉町,0,0,80.1',
]
const edition2020 = [
  'code,prefecture,municipality,A1101',
  'year,年度,年度,2015',
  '地域コード,都道府県,市区町村,総人口',
  'R40305,福岡県,那珂川町,50004',
]
const read = (lines: readonly string[]): Reading => readSource(lines.join('\r\n'), 'ssdse-a')
const findingsOf = (lines: readonly string[]) => {
  const reading = read(lines)
  return 'findings' in reading ? reading.findings : []
}
const changed = (line: number, words: string) => edition2026.map((one, at) => (at === line - 1 ? words : one))

test('the edition of 2026 gives figures with year, unit and basis', () => {
  const reading = read(edition2026)
  expect(reading).toMatchObject({
    recognised: 'SSDSE-A（2026年版、2市区町村×3項目）',
    items: [
      { code: 'A1101', unit: '人', basis: 'census' },
      { code: 'H5507', unit: '人', basis: 'register' },
      { code: 'D2203', unit: '％', basis: 'neutral' },
    ],
  })
  expect('observations' in reading && reading.observations[0]).toEqual({
    areaCode: '08235',
    areaName: 'つくばみらい市',
    item: 'A1101',
    time: '2020',
    value: 49872,
    unit: '人',
  })
})

test('the head of 2020 is recognised too, and an old code becomes the present one', () => {
  const reading = read(edition2020)
  expect('observations' in reading && reading.observations).toMatchObject([
    { areaCode: '40231', time: '2015', value: 50004 },
  ])
})

test('a town without residents is told', () => {
  expect(read(edition2026)).toMatchObject({ notes: [expect.stringContaining('双葉町')] })
})

test('what is no number is refused by row and column, and nothing is read', () => {
  expect(findingsOf(changed(4, 'R08235,茨城県,つくばみらい市,4987z,53402,92.2'))).toEqual([
    {
      line: 4,
      column: 'D（総人口）',
      value: '4987z',
      problem: '数ではありません。元のファイルと見比べてください',
      isRowAlone: true,
    },
  ])
})

test('a cut row, a doubled area and a wrong code are refused by their row', () => {
  expect(findingsOf(changed(5, 'R07546,福島県,双葉町,0'))).toMatchObject([
    { line: 5, problem: '列の数が見出しと違います（見出し6列、この行4列）' },
  ])
  expect(findingsOf(changed(5, 'R08235,茨城県,つくばみらい市,1,2,3'))).toMatchObject([
    { line: 5, problem: '同じ地域が4行目にもあります' },
  ])
  expect(findingsOf(changed(5, 'R99999,？,？,1,2,3'))).toMatchObject([{ line: 5, value: 'R99999' }])
})

test('an empty cell is no zero', () => {
  const reading = read(changed(5, 'R07546,福島県,双葉町,,0,80.1'))
  expect('observations' in reading && reading.observations[3]).toMatchObject({ value: 'missing' })
})

test('a saved web page is told as one', () => {
  expect(findingsOf(['<!DOCTYPE html>', '<html>'])).toMatchObject([
    { problem: expect.stringContaining('ウェブページ（HTML）') },
  ])
})
