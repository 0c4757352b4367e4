import { expect, test } from 'vitest'
import { seededRandom } from '../seeded-random.ts'
import { distancesOf } from './distances.ts'
import { kMeans } from './k-means.ts'
import { reduceVectors } from './reduce.ts'
import { clustersOf, silhouette } from './silhouette.ts'
import { likelihoodRatio } from './telling-words.ts'
import { type SparseVector, tfIdf } from './tf-idf.ts'
import { cutTree, wardMerges } from './ward.ts'

const squared = (points: readonly number[]) => {
  const values = new Float32Array((points.length * (points.length - 1)) / 2)
  let at = 0
  for (const [i, a] of points.entries()) for (const b of points.slice(0, i)) values[at++] = (a - b) ** 2
  return { count: points.length, values }
}

test('heights are those of scipy 1.17.1, linkage([[0],[1],[5],[7],[20]], "ward")', () => {
  const heights = wardMerges(squared([0, 1, 5, 7, 20])).map(({ height }) => Math.sqrt(height))
  for (const [at, expected] of [1, 2, 7.77817459, 21.18726032].entries()) {
    expect(heights[at]).toBeCloseTo(expected, 4)
  }
})

test('a tree is cut into as many clusters as asked, numbered by their first place', () => {
  const merges = wardMerges(squared([0, 1, 5, 7, 20]))
  expect([...cutTree(merges, 5, 3)]).toEqual([0, 0, 1, 1, 2])
  expect([...cutTree(merges, 5, 1)]).toEqual([0, 0, 0, 0, 0])
})

test('G² is that of scipy 1.17.1, chi2_contingency with lambda_="log-likelihood"', () => {
  expect(likelihoodRatio([10, 20], [40, 25])).toBeCloseTo(19.71720513603048, 9)
  expect(likelihoodRatio([3, 3], [10, 10])).toBeCloseTo(0, 9)
})

const matters = [
  ['学童', '定員'],
  ['街灯', '道路'],
  ['店', '駅'],
]
const texts = Array.from({ length: 60 }, (_, at) => [...(matters[at % 3] ?? []), at % 2 ? '市' : '町'])
const { vectors, words } = tfIdf(texts)

test('vectors have length 1, and what is in every text weighs least', () => {
  for (const { weights } of vectors) expect(Math.hypot(...weights)).toBeCloseTo(1, 9)
  expect(words).not.toContain('孤')
})

test('weights are (1 + ln tf) · (ln((1 + N) / (1 + df)) + 1), by hand', () => {
  const [vector] = tfIdf([['a', 'a', 'b'], ['a'], ['b', 'a'], ['c']]).vectors
  expect(vector?.weights[0]).toBeCloseTo(0.8078683906158031, 12)
  expect(vector?.weights[1]).toBeCloseTo(0.5893629301574982, 12)
})

test('the distance of two vectors is 2 − 2 cosine', () => {
  const { values } = distancesOf([vectors[0], vectors[3], vectors[1]] as SparseVector[])
  expect(values[0]).toBeLessThan(values[1] ?? 0)
})

test('LSA and k-means find three matters again, the same for the same seed', () => {
  const labels = () => {
    const rows = reduceVectors(vectors, { dimensions: words.length, width: 4, random: seededRandom('a') })
    return [...kMeans(rows, 3, seededRandom('b'))]
  }
  expect(labels()).toEqual(labels())
  expect(labels()).toEqual(texts.map((_, at) => at % 3))
})

test('the silhouette is that of all pairs, and highest for the true groups', () => {
  const right = Int32Array.from(texts, (_, at) => at % 3)
  const wrong = Int32Array.from(texts, (_, at) => at % 2)
  const good = silhouette(vectors, right, words.length)
  expect(good).toBeCloseTo(silhouetteOfAllPairs(right), 6)
  expect(silhouette(vectors, wrong, words.length)).toBeLessThan(good)
})

function silhouetteOfAllPairs(labels: Int32Array): number {
  const { values } = distancesOf(vectors)
  const distance = (a: number, b: number) => {
    const [x, y] = a > b ? [a, b] : [b, a]
    return (values[(x * (x - 1)) / 2 + y] ?? 0) / 2
  }
  const clusters = clustersOf(labels)
  const each = [...labels].map((own, place) => {
    const means = clusters.map((members) => {
      const others = members.filter((other) => other !== place)
      return others.reduce((sum, other) => sum + distance(place, other), 0) / others.length
    })
    const inside = means[own] ?? 0
    const next = Math.min(...means.filter((_, label) => label !== own))
    return (next - inside) / Math.max(next, inside)
  })
  return each.reduce((sum, one) => sum + one, 0) / each.length
}
