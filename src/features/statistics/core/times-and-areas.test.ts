import { expect, test } from 'vitest'
import { readAreaCode } from './areas.ts'
import { areaWith } from './cases/areas-with.ts'
import { readValue } from './figures.ts'
import { changeLinesOf, residentTrendOf } from './profile.ts'
import { ssdseBasisOf, ssdseUnitOf } from './readers/ssdse-units.ts'
import { readStatisticalDay, readTime, shortTime, timeLabel } from './times.ts'

test.each([
  ['R08235', '08235'],
  ['082350', '08235'],
  ['８２３５', '08235'],
  ['82350', '08235'],
  ['8', '08000'],
  ['131016', '13101'],
])('the area %s is %s', (written, code) => {
  expect(readAreaCode(written)).toEqual({ code })
})

test.each(['082351', '99999', 'つくば', '1234567', ''])('「%s」 is no area', (written) => {
  expect(readAreaCode(written)).toHaveProperty('problem')
})

test.each([
  ['2025/1/1', '2025-01-01'],
  ['2025-01-01', '2025-01-01'],
  ['令和７年１月１日', '2025-01-01'],
  ['平成31年4月30日', '2019-04-30'],
  ['R7.1.1', '2025-01-01'],
  ['20250101', '2025-01-01'],
])('the day %s is %s', (written, day) => {
  expect(readStatisticalDay(written)).toBe(day)
})

test('a day that is not in the calendar is none', () => {
  expect(readStatisticalDay('2025/2/29')).toBeUndefined()
})

test('calendar years, fiscal years and months stay apart', () => {
  expect(['2020年', '令和2年度', '2020年度', '2026年7月'].map(readTime)).toEqual([
    '2020',
    '2020FY',
    '2020FY',
    '2026-07',
  ])
  expect([timeLabel('2020'), timeLabel('2019FY'), shortTime('2020FY')]).toEqual([
    '2020年（令和2年）',
    '2019年度（令和元年度）',
    '2020年度',
  ])
})

test('a blank, a hidden and an absent value are three things, and none is zero', () => {
  expect(['', 'X', '-', '0', '△1,234', '１２', 'abc'].map(readValue)).toEqual([
    'missing',
    'suppressed',
    'not-applicable',
    0,
    -1234,
    12,
    undefined,
  ])
})

test('items of SSDSE-A have their unit and what they stand on', () => {
  const of = (code: string) => `${ssdseUnitOf(code)} ${ssdseBasisOf(code)}`
  expect(['A1101', 'A4101', 'H5507', 'D3201', 'A7101', 'E2401', 'E2101'].map(of)).toEqual([
    '人 census',
    '人 neutral',
    '人 register',
    '千円 neutral',
    '世帯 census',
    '人 neutral',
    '校 neutral',
  ])
})

const city = areaWith('08235', {
  'K-M-0-4': ['census', { '2010': 10, '2015': 12 }],
  'K-F-65-69': ['census', { '2010': 5, '2015': 8 }],
  'K-M-total': ['census', { '2010': 10, '2015': 12 }],
  A1101: ['census', { '2015': 20, '2020': 30 }],
  A1301: ['census', { '2015': 12, '2020': 14 }],
  A1302: ['census', { '2015': 0, '2020': 3 }],
  A1303: ['census', { '2015': 8, '2020': 11 }],
})

test('the census by age goes on with the totals of SSDSE-A; who is left over is of unknown age', () => {
  const trend = residentTrendOf(city)
  expect(trend?.points).toEqual([
    { time: '2010', value: 15 },
    { time: '2015', value: 20 },
    { time: '2020', value: 30 },
  ])
  expect(trend?.compositions[2]).toMatchObject({ child: 14, workingAge: 3, elderly: 11, unknown: 2 })
})

test('the change of all residents goes over the whole line', () => {
  const [total] = changeLinesOf(city)
  expect(total?.changes.map(({ span, absolute }) => [span, absolute])).toEqual([
    ['last', 10],
    ['five', 10],
    ['ten', 15],
  ])
})
