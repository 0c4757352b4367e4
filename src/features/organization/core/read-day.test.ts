import { expect, test } from 'vitest'
import { dayAfter, dayBefore } from './neighbour-days.ts'
import { readDay } from './read-day.ts'

test.each([
  ['2027-04-01', '2027-04-01'],
  ['2027/4/1', '2027-04-01'],
  ['２０２７．４．１', '2027-04-01'],
  ['2027年4月1日', '2027-04-01'],
  ['令和9年4月1日', '2027-04-01'],
  ['令和 元年 5月 1日', '2019-05-01'],
  ['R9.4.1', '2027-04-01'],
  ['h31/4/30', '2019-04-30'],
  ['昭和29年11月3日', '1954-11-03'],
])('%s is read as %s', (typed, day) => {
  expect(readDay(typed)).toBe(day)
})

test.each(['', '4月1日', '2027-02-29', '2027-13-01', '令和元年4月1日', '西暦9年4月1日', '27/4/1', '2027-04'])(
  '%s is no day',
  (typed) => {
    expect(readDay(typed)).toBeUndefined()
  },
)

test('the days beside a day cross months, years and leap days', () => {
  expect(dayBefore('2027-04-01')).toBe('2027-03-31')
  expect(dayBefore('2028-03-01')).toBe('2028-02-29')
  expect(dayAfter('2026-12-31')).toBe('2027-01-01')
})
