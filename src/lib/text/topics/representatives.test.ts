import { expect, test } from 'vitest'
import { representatives } from './representatives.ts'
import { tfIdf } from './tf-idf.ts'

const of = (...texts: string[]) => {
  const { vectors, words } = tfIdf(texts.map((text) => text.split(' ')))
  return representatives(vectors, words.length)
}

test('the middle stands for the group, and the two that differ most stand beside it', () => {
  const { medoid, extremes } = of('バス 本数', 'バス 本数 駅', '駅 遠い', 'バス 遠い 本数 駅', 'バス')
  expect(medoid).toBe(3)
  expect(extremes).toEqual([2, 0])
})

test('the cosines with the middle are those of a calculation by hand', () => {
  // df(a) = 3, df(b) = 2 of 3: idf a = ln(4/4)+1 = 1, b = ln(4/3)+1 = 1.287682. ab = (0.613355, 0.789807), a = (1, 0).
  // Sum of ab, ab, a = (2.226710, 1.579615), length 2.730104; ab·sum/length = 0.957243, a = 0.815613.
  expect(of('a b', 'a b', 'a').similarities).toEqual([0.9572, 0.9572, 0.8156])
})

test('of equals the first is the middle; small groups have fewer extremes, and none have no middle', () => {
  expect(of('a b', 'a b')).toMatchObject({ medoid: 0, extremes: [1] })
  expect(of('a')).toMatchObject({ medoid: 0, extremes: [], similarities: [0] })
  expect(() => representatives([], 0)).toThrow(RangeError)
})
