import { expect, test } from 'vitest'
import { inventedVoices } from '#test/invented-voices.ts'
import { comparisonText } from '../clean-text.ts'
import { jaccard, numberSets, shinglesOf } from './number-sets.ts'
import { findLikelyPairs, findSimilarPairs, type PairSearch } from './similar-pairs.ts'

const texts = inventedVoices(400).map(({ verbatim }) => comparisonText(verbatim))
const sets = numberSets([...texts, '', 'ab', 'ab'].map(shinglesOf))

function pairsBy(find: typeof findSimilarPairs, threshold: number) {
  const pairs: string[] = []
  const search: PairSearch = { threshold, visit: ({ first, second }) => pairs.push(`${first} ${second}`) }
  find(sets, search)
  return pairs.sort()
}

function pairsByComparingAll(threshold: number) {
  const pairs: string[] = []
  for (let first = 0; first < sets.length; first++) {
    for (let second = first + 1; second < sets.length; second++) {
      const [a, b] = [sets[first], sets[second]]
      if (a?.length && b?.length && jaccard(a, b) >= threshold) pairs.push(`${first} ${second}`)
    }
  }
  return pairs.sort()
}

test.each([0.3, 0.5, 0.8, 1])('from %d on, no pair is missed and none is invented', (threshold) => {
  const all = pairsByComparingAll(threshold)
  expect(all.length).toBeGreaterThan(0)
  expect(pairsBy(findSimilarPairs, threshold)).toEqual(all)
})

test('the search for very many texts finds the same pairs where it matters', () => {
  expect(pairsBy(findLikelyPairs, 0.8)).toEqual(pairsByComparingAll(0.8))
})

test('a threshold outside 0 to 1 is refused', () => {
  expect(() => pairsBy(findSimilarPairs, 0)).toThrow(RangeError)
  expect(() => pairsBy(findSimilarPairs, 1.1)).toThrow(RangeError)
})

test('the similarity is the shared part of all runs of five characters', () => {
  const [a, b] = numberSets([shinglesOf('abcdefg'), shinglesOf('bcdefgh')])
  expect(jaccard(a ?? new Int32Array(), b ?? new Int32Array())).toBe(2 / 4)
})
