import { expect, test } from 'vitest'
import { readCode } from './second-factor.ts'

test('a code of the app is read as people type it', () => {
  const code = { kind: 'code', value: '123456' }
  expect(['123456', ' 123 456 ', '１２３４５６', '123-456'].map(readCode)).toEqual([code, code, code, code])
})

test('a recovery code is read with and without its hyphens, in any case', () => {
  const code = { kind: 'recovery-code', value: 'k3q9x2d4f7m8p1zt' }
  expect(['k3q9-x2d4-f7m8-p1zt', 'K3Q9X2D4F7M8P1ZT', 'ｋ3ｑ9 x2d4 f7m8 p1zt'].map(readCode)).toEqual([
    code,
    code,
    code,
  ])
})

test('anything else is no code', () => {
  expect(['', '12345', '1234567', 'パスワード', 'k3q9-x2d4'].map(readCode)).toEqual(Array(5).fill(undefined))
})
