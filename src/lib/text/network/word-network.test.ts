import { expect, test } from 'vitest'
import { inventedVoices } from '#test/invented-voices.ts'
import { seededRandom, shuffled } from '../seeded-random.ts'
import type { TextUnit } from '../text-unit.ts'
import { coOccurrences } from './co-occurrence.ts'
import { communitiesOf, modularity, type WeightedEdge } from './louvain.ts'
import { layOutNetwork } from './network-layout.ts'
import { wordNetwork } from './word-network.ts'

const unit = (id: string, text: string): TextUnit => ({
  id,
  text,
  words: text.match(/[\p{sc=Han}ァ-ー]+/gu) ?? [],
})
const units = inventedVoices(250).map(({ id, verbatim }) => unit(id, verbatim))

test.each(['a', 'b', 'c'])('the order of the voices does not matter (%s)', (seed) => {
  expect(wordNetwork(shuffled(units, seededRandom(seed)))).toEqual(wordNetwork(units))
})

test('the same seed gives the same picture', () => {
  expect(wordNetwork(units, { seed: 'x' })).toEqual(wordNetwork(units, { seed: 'x' }))
  expect(wordNetwork(units, { seed: 'x' }).nodes).not.toEqual(wordNetwork(units, { seed: 'y' }).nodes)
})

test('an edge is the share of texts with both words, and says where to read', () => {
  const some = [unit('1', '学童と定員'), unit('2', '学童と定員'), unit('3', '学童と待機'), unit('4', '定員')]
  expect(wordNetwork(some).edges).toEqual([
    { words: ['学童', '定員'].sort(), jaccard: 0.5, texts: 2, examples: ['1', '2'] },
  ])
})

test('a word repeated in one text counts once, and a pair seen once is chance', () => {
  const options = { fewestTexts: 1, mostWords: 10, mostPairs: 10 }
  expect(
    coOccurrences(
      [
        ['a', 'a', 'b'],
        ['a', 'b'],
        ['b', 'c'],
      ],
      options,
    ),
  ).toEqual({
    words: [
      { word: 'a', texts: 2 },
      { word: 'b', texts: 3 },
    ],
    pairs: [{ first: 0, second: 1, texts: 2, jaccard: 0.666667 }],
  })
})

test('at most sixty edges, and every word has one and lies in the picture', () => {
  const { nodes, edges } = wordNetwork(units)
  expect(edges).toHaveLength(60)
  for (const { word, x, y } of nodes) {
    expect(edges.some(({ words }) => words.includes(word))).toBe(true)
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
    expect(Math.max(x, y)).toBeLessThanOrEqual(1)
  }
})

test('nothing to show is an empty network; impossible wishes are refused', () => {
  expect(wordNetwork([])).toMatchObject({ nodes: [], edges: [], modularity: 0 })
  expect(() => wordNetwork(units, { fewestTexts: 1 })).toThrow(RangeError)
  expect(() => wordNetwork(units, { mostEdges: 0 })).toThrow(RangeError)
})

const edgesOf = (text: string): WeightedEdge[] =>
  text.split(' ').map((pair) => {
    const [first = 0, second = 0, weight = 1] = pair.split('-').map(Number)
    return { first, second, weight }
  })

test('the modularity is that of networkx 3.6.1, also with weights', () => {
  const edges = edgesOf('0-1-.5 0-2-.4 1-2-.9 2-3-.1 3-4-.7 3-5-.3 4-5-.8 5-6-.2')
  expect(modularity([0, 0, 0, 1, 1, 1, 1], edges)).toBeCloseTo(0.473044049967127, 12)
  expect(modularity([0, 0, 1, 1, 1, 1, 1], edges)).toBeCloseTo(0.08251150558842882, 12)
})

/** Friendships in a karate club (Zachary 1977). */
const karate = edgesOf(
  '0-1 0-2 0-3 0-4 0-5 0-6 0-7 0-8 0-10 0-11 0-12 0-13 0-17 0-19 0-21 0-31 1-2 1-3 1-7 1-13 1-17 ' +
    '1-19 1-21 1-30 2-3 2-7 2-8 2-9 2-13 2-27 2-28 2-32 3-7 3-12 3-13 4-6 4-10 5-6 5-10 5-16 6-16 ' +
    '8-30 8-32 8-33 9-33 13-33 14-32 14-33 15-32 15-33 18-32 18-33 19-33 20-32 20-33 22-32 22-33 ' +
    '23-25 23-27 23-29 23-32 23-33 24-25 24-27 24-31 25-31 26-29 26-33 27-33 28-31 28-33 29-32 29-33 ' +
    '30-32 30-33 31-32 31-33 32-33',
)

test('Louvain divides the karate club as well as networkx 3.6.1 (0.395–0.420, twenty seeds)', () => {
  const found = Array.from({ length: 20 }, (_, seed) =>
    modularity(communitiesOf(34, karate, seededRandom(`seed ${seed}`)), karate),
  )
  expect(Math.max(...found)).toBeCloseTo(0.41978961209730437, 12)
  expect(Math.min(...found)).toBeGreaterThan(0.39)
})

test('parts without a bridge are communities of their own', () => {
  expect(communitiesOf(6, edgesOf('0-1 1-2 0-2 3-4 4-5 3-5'), seededRandom('a'))).toEqual([0, 0, 0, 1, 1, 1])
})

test('on the picture linked words are nearer than others, and no two lie on each other', () => {
  const edges = edgesOf('0-1 1-2 0-2 3-4 4-5 3-5')
  const points = layOutNetwork(6, edges, seededRandom('a'))
  const distance = (a: number, b: number) =>
    Math.hypot((points[a]?.x ?? 0) - (points[b]?.x ?? 0), (points[a]?.y ?? 0) - (points[b]?.y ?? 0))
  const linked = edges.map(({ first, second }) => distance(first, second))
  const apart = [0, 1, 2].flatMap((a) => [3, 4, 5].map((b) => distance(a, b)))
  expect(Math.max(...linked)).toBeLessThan(Math.min(...apart))
  expect(Math.min(...linked)).toBeGreaterThan(0.02)
})
