import { expect, test } from 'vitest'
import { randomOf, shuffle } from '../cases/random.ts'
import { longestRising, placesBetween, withPlaces } from './list-order.ts'

test('one member put elsewhere is one place', () => {
  expect(placesBetween(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual([{ key: 'd', behind: null }])
  expect(placesBetween(['a', 'b', 'c', 'd'], ['b', 'c', 'a', 'd'])).toEqual([{ key: 'a', behind: 'c' }])
})

test('the places make the one order of the other', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const random = randomOf(seed)
    const from = Array.from({ length: random.below(30) }, (_, index) => `k${index}`)
    const to = [...from]
    shuffle(to, random)
    expect(withPlaces(from, placesBetween(from, to))).toEqual(to)
  }
})

test('the longest rising run is found', () => {
  expect(longestRising([3, 1, 2, 5, 4]).size).toBe(3)
  expect(longestRising([]).size).toBe(0)
})
