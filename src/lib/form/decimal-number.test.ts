import { expect, test } from 'vitest'
import { decimalNumber, optionalWholeNumber } from './decimal-number.ts'

const read = (text: string) => decimalNumber('数字で書いてください').safeParse(text)

test.each([
  ['４１．８', 41.8],
  ['1,234', 1234],
  ['△2.5', -2.5],
  ['−3', -3],
  ['0', 0],
  ['', null],
  ['　', null],
])('reads %s as a person means it', (text, value) => {
  expect(read(text).data).toBe(value)
})

test.each(['検討中', '1.2.3', '１２人', '1e9', '0x10', '--1'])('does not guess at %s', (text) => {
  expect(read(text).success).toBe(false)
})

test('a blank whole number is not zero', () => {
  expect(optionalWholeNumber('x').parse('')).toBeNull()
  expect(optionalWholeNumber('x').parse('１２')).toBe(12)
})
