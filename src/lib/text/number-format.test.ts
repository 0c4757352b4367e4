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

test('more decimals than we keep are refused', () => {
  expect(() => groupedNumber(1, 7)).toThrow(RangeError)
})
