import { expect, test } from 'vitest'
import { daysBetween } from './business-days.ts'
import { shortDay, weekdayOf, weekdayWord } from './day-words.ts'

test('a day in words', () => {
  expect([shortDay('2026-11-28'), weekdayWord('2026-11-28'), weekdayOf('2026-11-29')]).toEqual([
    '11月28日',
    '土',
    0,
  ])
  expect(shortDay('2027-01-05')).toBe('1月5日')
})

test('whole days from one day to another, over months and back', () => {
  expect(daysBetween('2026-11-28', '2026-12-28')).toBe(30)
  expect(daysBetween('2026-11-28', '2026-11-28')).toBe(0)
  expect(daysBetween('2027-03-01', '2027-02-28')).toBe(-1)
})
