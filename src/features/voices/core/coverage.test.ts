import { expect, test } from 'vitest'
import { seededRandom } from '#src/lib/text/seeded-random.ts'
import { type CoveredVoice, coverageOf } from './coverage.ts'

const voice = (
  id: string,
  district: string,
  codeIds: string[] = [],
  itemIds: string[] = [],
): CoveredVoice => ({
  id,
  district,
  codeIds,
  itemIds,
})
const known = { codeIds: ['bus', 'school', 'park'], measureIds: ['m1', 'm2'], districts: ['伊奈', '谷和原'] }
const voices = [
  voice('a', '伊奈', ['bus'], ['m1']),
  voice('b', '伊奈', ['bus', 'school'], ['m1']),
  voice('c', '谷和原', ['school']),
  voice('d', '谷和原'),
  voice('e', ''),
]

test('what leads to no item is listed, and so is a measure nobody spoke of', () => {
  expect(coverageOf(voices, known)).toMatchObject({
    unlinked: ['c', 'd', 'e'],
    silentItemIds: ['m2'],
    heardOfItem: new Map([['m1', 2]]),
  })
})

test('a topic is a share of what its district said; unknown districts are left out', () => {
  const { shares, districts } = coverageOf(voices, known)
  expect(districts).toEqual([
    { district: '伊奈', voices: 2 },
    { district: '谷和原', voices: 2 },
  ])
  expect(shares.map(({ codeId }) => codeId)).toEqual(['bus', 'school'])
  expect(shares[0]).toMatchObject({
    voices: 2,
    byDistrict: [
      { district: '伊奈', coded: 2, share: 1 },
      { district: '谷和原', coded: 0, share: 0 },
    ],
    cramersV: 1,
    isThin: true,
  })
})

test('codes given together are told, strongest first', () => {
  expect(coverageOf(voices, known).pairs).toEqual([{ codes: ['bus', 'school'], both: 1, jaccard: 1 / 3 }])
})

test('saturation ends at the number of codes in use, never falls, and ignores the order of the voices', () => {
  const random = seededRandom('saturation')
  const many = Array.from({ length: 60 }, (_, at) =>
    voice(
      `v${at}`,
      '伊奈',
      known.codeIds.filter(() => random() < 0.3),
    ),
  )
  const { saturation } = coverageOf(many, known)
  expect(saturation).toHaveLength(many.filter(({ codeIds }) => codeIds.length > 0).length)
  expect(saturation.at(-1)).toBeCloseTo(3, 9)
  for (const [at, codes] of saturation.entries())
    expect(codes).toBeGreaterThanOrEqual((saturation[at - 1] ?? 0) - 1e-9)
  expect(coverageOf(many.toReversed(), known).saturation).toEqual(saturation)
})

test('without voices nothing is there but silent measures', () => {
  expect(coverageOf([], known)).toMatchObject({ unlinked: [], saturation: [], silentItemIds: ['m1', 'm2'] })
})
