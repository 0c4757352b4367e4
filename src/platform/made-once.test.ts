import { expect, test } from 'vitest'
import { madeOnce } from './made-once.ts'

test('the same is made once, also while it is being made; the oldest is forgotten; a failure is not kept', async () => {
  const keep = madeOnce<number>(2)
  let count = 0
  const make = async () => ++count
  expect(await Promise.all([keep('a', make), keep('a', make)])).toEqual([1, 1])
  await keep('b', make)
  await keep('a', make)
  await keep('c', make)
  expect(await keep('a', make)).toBe(1)
  expect(await keep('b', make)).toBe(4)
  const fail = async () => {
    throw new Error('no')
  }
  await expect(keep('d', fail)).rejects.toThrow('no')
  expect(await keep('d', make)).toBe(5)
})
