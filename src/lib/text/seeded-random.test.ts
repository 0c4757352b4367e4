import { expect, test } from 'vitest'
import { fnv1a, seededRandom, shuffled } from './seeded-random.ts'

const first = (seed: string, count: number) => {
  const random = seededRandom(seed)
  return Array.from({ length: count }, random)
}

test('the same seed gives the same numbers, another seed others', () => {
  expect(first('a', 5)).toEqual(first('a', 5))
  expect(first('a', 5)).not.toEqual(first('b', 5))
})

test('numbers lie in [0, 1) and are spread evenly', () => {
  const numbers = first('even', 20_000)
  expect(numbers.every((one) => one >= 0 && one < 1)).toBe(true)
  const tenths = Array.from({ length: 10 }, (_, tenth) =>
    numbers.filter((one) => Math.floor(one * 10) === tenth),
  )
  for (const tenth of tenths) expect(Math.abs(tenth.length - 2000)).toBeLessThan(200)
})

test('the numbers are those of xoshiro128** written a second time in Python from the paper', () => {
  const expected = [1078181242, 3756664292, 3757016979, 3235902424, 3396794135]
  expect(first('a', 5).map((one) => one * 2 ** 32)).toEqual(expected)
})

test('FNV-1a of nothing is its offset basis', () => {
  expect(fnv1a('')).toBe(0x811c9dc5)
})

test('shuffling loses nothing', () => {
  const items = Array.from({ length: 50 }, (_, at) => at)
  expect(shuffled(items, seededRandom('x')).sort((a, b) => a - b)).toEqual(items)
})
