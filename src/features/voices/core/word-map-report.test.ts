import { expect, test } from 'vitest'
import { seededRandom, shuffled } from '#src/lib/text/seeded-random.ts'
import { wordMap, wordMapReport } from './word-map-report.ts'

const made = { engine: 'voices-1', tokeniser: 'test', words: '1', seed: 'shirube' }
const said: Record<string, string[]> = {
  伊奈: ['バス', '病院', '水路', '公園'],
  谷和原: ['農道', '水路', '空き家', 'バス'],
  みらい平: ['学童', '駐輪場', '公園', '学校'],
  '': ['学童'],
}
const units = Object.entries(said).flatMap(([value, words]) =>
  words.flatMap((word, at) =>
    Array.from({ length: 4 }, (_, copy) => ({
      id: `${value}${at}${copy}`,
      value,
      text: `${value}の${word}について、${copy}番目に言いたいことは${'あいうえおかきくけこ'.slice(copy, copy + 6)}です`,
      words: [word],
    })),
  ),
)

test('words lie on the side of the district they are said in, and say where that is', () => {
  const map = wordMapReport(units, made, { by: '地区' })
  expect(map).toMatchObject({ by: '地区', voices: 48, fewestTexts: 3, leftOut: [] })
  expect(map.values.map(({ value, texts }) => [value, texts])).toEqual([
    ['みらい平', 16],
    ['伊奈', 16],
    ['谷和原', 16],
  ])
  const word = (name: string) => map.words.find((one) => one.word === name)
  expect(word('学童')).toMatchObject({ texts: 4, counts: [4, 0, 0], most: 'みらい平' })
  const [own] = map.values
  expect(Math.sign(word('学童')?.x ?? 0)).toBe(Math.sign(own?.x ?? 0))
  expect(map.axes).toHaveLength(2)
  expect(map.axes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 5)
})

test('the same voices in any order give the same map, and it can be read back', () => {
  const first = wordMapReport(units, made, { by: '地区' })
  expect(wordMapReport(shuffled(units, seededRandom('x')), made, { by: '地区' })).toEqual(first)
  expect(wordMap.parse(JSON.parse(JSON.stringify(first)))).toMatchObject({ hash: first.hash })
})

test('a district of too few voices is named, not placed', () => {
  const few = units.filter(({ value, id }) => value !== '伊奈' || id < '伊奈1')
  const { leftOut, values, voices } = wordMapReport(few, made, { by: '地区' })
  expect({ leftOut, values: values.length, voices }).toEqual({ leftOut: ['伊奈'], values: 2, voices: 32 })
})

test('voices of one value only, or none, have no axis', () => {
  const one = units.filter(({ value }) => value === '伊奈')
  expect(wordMapReport(one, made, { by: '地区' })).toMatchObject({ axes: [], inertia: 0 })
  expect(wordMapReport([], made, { by: '地区' })).toMatchObject({ words: [], values: [], voices: 0 })
})
