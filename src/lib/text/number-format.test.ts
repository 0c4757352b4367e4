import { expect, test } from 'vitest'
import { formatNumber, groupedNumber } from './number-format.ts'

test('thousands are grouped and the decimals fixed', () => {
  expect(groupedNumber(1234.5, 0)).toBe('1,235')
  expect(groupedNumber(1234.5, 1)).toBe('1,234.5')
  expect(groupedNumber(7, 2)).toBe('7.00')
})

test('the minus sign is a true one, and zero has none', () => {
  expect(groupedNumber(-1234.5, 1)).toBe('−1,234.5')
  expect(groupedNumber(-0.04, 1)).toBe('0.0')
  expect(groupedNumber(-0, 0)).toBe('0')
  expect(formatNumber(-12, 'int')).toBe('−12')
})

test('a change shows its sign', () => {
  expect(formatNumber(2, 'delta1')).toBe('＋2.0')
  expect(formatNumber(-2, 'delta1')).toBe('−2.0')
  expect(formatNumber(0, 'delta1')).toBe('±0.0')
})

test.each([
  [49872, 'man', '5.0万'],
  [12500, 'sen', '13'],
  [79.16, 'fixed2', '79.16'],
  [41.8, 'pct1', '41.8％'],
  [-512, 'abs', '512'],
  [2023, 'fy', '令和5年度'],
  [2023, 'fydual', '令和5年度（2023年度）'],
] as const)('%d as %s is %s', (value, format, words) => {
  expect(formatNumber(value, format)).toBe(words)
})

test('more decimals than we keep are refused', () => {
  expect(() => groupedNumber(1, 7)).toThrow(RangeError)
})
