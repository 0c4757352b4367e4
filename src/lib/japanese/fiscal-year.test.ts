import { expect, test } from 'vitest'
import {
  eraDay,
  eraDayDual,
  fiscalYearDual,
  fiscalYearLabel,
  fiscalYearOf,
  fiscalYearShort,
  tokyoDay,
  tokyoTime,
} from './fiscal-year.ts'

test('fiscal years carry the era in which most of them lie', () => {
  expect(fiscalYearLabel(2018)).toBe('平成30年度')
  expect(fiscalYearLabel(2019)).toBe('令和元年度')
  expect(fiscalYearDual(2026)).toBe('令和8年度（2026年度）')
  expect(fiscalYearShort(2019)).toBe('R1')
  expect(fiscalYearShort(2016)).toBe('H28')
})

test('January to March belong to the fiscal year before', () => {
  expect(fiscalYearOf('2027-03-31')).toBe(2026)
  expect(fiscalYearOf('2027-04-01')).toBe(2027)
})

test('days change era on the day, not on New Year', () => {
  expect(eraDay('2019-04-30')).toBe('平成31年4月30日')
  expect(eraDay('2019-05-01')).toBe('令和元年5月1日')
  expect(eraDayDual('2026-11-24')).toBe('令和8年（2026年）11月24日')
})

test('an instant is the day and time of Tokyo', () => {
  expect(tokyoDay(new Date('2026-03-31T15:00:00Z'))).toBe('2026-04-01')
  expect(tokyoTime(new Date('2026-03-31T15:05:00Z'))).toBe('0時05分')
})
