import { expect, test } from 'vitest'
import { seededRandom, shuffled } from '../seeded-random.ts'
import { wordsByValue } from './words-by-value.ts'

const unit = (id: string, value: string, text: string, words: string[]) => ({ id, value, text, words })
const units = [
  unit('a', '伊奈', '朝のバスの本数を増やしてください', ['バス', '本数']),
  unit('b', '伊奈', '朝のバスの本数を増やしてください', ['バス', '本数']),
  unit('c', 'みらい平', '朝のバスの本数を増やしてください', ['バス', '本数']),
  unit('d', 'みらい平', '学童に入れず、祖母が毎日迎えに来る', ['学童', '学童']),
  unit('e', 'みらい平', '学童の定員が足りない', ['学童', '定員']),
]

test('a word counts once a voice, and one wording once a value', () => {
  expect(wordsByValue(units, { fewestTexts: 1, fewestPerValue: 1 })).toEqual({
    rows: ['バス', '学童', '本数', '定員'],
    columns: ['みらい平', '伊奈'],
    counts: [
      [1, 1],
      [2, 0],
      [1, 1],
      [1, 0],
    ],
    wordTexts: [2, 2, 2, 1],
    valueTexts: [3, 1],
    fewestTexts: 1,
    leftOut: [],
  })
})

test('rare words and words beyond the most are left out', () => {
  expect(wordsByValue(units).rows).toEqual([])
  expect(wordsByValue(units, { fewestTexts: 2, mostWords: 2, fewestPerValue: 1 }).rows).toEqual([
    'バス',
    '学童',
  ])
})

test('a value of too few voices is left out and named', () => {
  const table = wordsByValue(units, { fewestTexts: 1, fewestPerValue: 2 })
  expect(table).toMatchObject({ columns: ['みらい平'], leftOut: ['伊奈'], valueTexts: [3] })
  expect(table.counts).toEqual([[2], [1], [1], [1]])
})

test('the order of the voices changes nothing', () => {
  const first = wordsByValue(units, { fewestTexts: 1, fewestPerValue: 1 })
  for (const seed of ['a', 'b', 'c'])
    expect(wordsByValue(shuffled(units, seededRandom(seed)), { fewestTexts: 1, fewestPerValue: 1 })).toEqual(
      first,
    )
})
