import { expect, test } from 'vitest'
import { goalName, goalNames, targetCodes, targetExists, yearOfTarget } from './sdgs.ts'

test('there are 17 goals and 169 targets', () => {
  expect(goalNames).toHaveLength(17)
  expect(targetCodes.size).toBe(169)
})

test('codes are those of the resolution', () => {
  for (const code of ['1.b', '2.c', '3.d', '4.7', '7.3', '8.10', '10.7', '16.10', '17.19']) {
    expect(targetExists(code)).toBe(true)
  }
  for (const code of ['4.11', '4.d', '17.a', '18.1', '0.1', '7.4', '']) expect(targetExists(code)).toBe(false)
  expect(goalName(4)).toBe('質の高い教育をみんなに')
  expect(goalName(18)).toBeUndefined()
})

test('some targets end before 2030', () => {
  expect(yearOfTarget('14.4')).toBe(2020)
  expect(yearOfTarget('4.2')).toBe(2030)
})
