import { expect, test } from 'vitest'
import {
  addBusinessDays,
  businessDaysBetween,
  holidayName,
  isBusinessDay,
  onOrAfter,
  onOrBefore,
} from './business-days.ts'

/** Source of the holidays named here: 内閣府「国民の祝日について」. */
test('national holidays, the one moved from a Sunday, and those of 2019 and 2021 are known', () => {
  expect(holidayName('2026-11-23')).toBe('勤労感謝の日')
  expect(holidayName('2026-05-06')).toMatch(/休日/)
  expect(holidayName('2026-09-22')).toMatch(/休日/)
  expect(holidayName('2019-05-01')).toBeDefined()
  expect(holidayName('2021-07-22')).toBe('海の日')
  expect(holidayName('2021-07-19')).toBeUndefined()
  expect(holidayName('constructor')).toBeUndefined()
})

test('the office is closed on weekends, holidays and from 12/29 to 1/3', () => {
  expect(['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'].map((day) => isBusinessDay(day))).toEqual([
    true,
    false,
    false,
    true,
  ])
  expect(['2026-12-28', '2026-12-29', '2027-01-01', '2027-01-04'].map((day) => isBusinessDay(day))).toEqual([
    true,
    false,
    false,
    true,
  ])
})

test('a closed day gives way to the nearest open one', () => {
  expect(onOrAfter('2027-05-01')).toBe('2027-05-06')
  expect(onOrBefore('2027-01-03')).toBe('2026-12-28')
  expect(onOrAfter('2026-12-28')).toBe('2026-12-28')
})

test('business days are counted over the turn of the year, forwards and back', () => {
  expect(addBusinessDays('2026-12-28', 1)).toBe('2027-01-04')
  expect(addBusinessDays('2027-01-04', -1)).toBe('2026-12-28')
  expect(businessDaysBetween('2026-12-25', '2027-01-05')).toBe(3)
  expect(businessDaysBetween('2027-01-05', '2026-12-25')).toBe(-3)
  expect(addBusinessDays('2026-12-25', 3)).toBe('2027-01-05')
  expect(addBusinessDays('2026-04-29', 0)).toBe('2026-04-30')
})

test('a word that is no day is refused', () => {
  expect(() => addBusinessDays('未定', 1)).toThrow(RangeError)
})
