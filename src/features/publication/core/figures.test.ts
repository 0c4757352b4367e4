import { expect, test } from 'vitest'
import { figuresOf } from './figures.ts'

test('one series has one number of decimals', () => {
  const figures = figuresOf([76, 82.5, null])
  expect([76, 82.5].map(figures)).toEqual(['76.0', '82.5'])
})

test('whole numbers have none, thousands are grouped, minus is a true minus', () => {
  const figures = figuresOf([1234567, -18])
  expect([1234567, -18].map(figures)).toEqual(['1,234,567', '−18'])
})

test('three decimals are the most, and nothing becomes minus nothing', () => {
  expect(figuresOf([1.43])(1.43)).toBe('1.43')
  expect(figuresOf([0.12345])(0.12345)).toBe('0.123')
  expect(figuresOf([0.1 + 0.2])(0.1 + 0.2)).toBe('0.3')
  expect(figuresOf([5])(-0.0001)).toBe('0')
})
