import { expect, test } from 'vitest'
import { onOneBasis } from './basis.ts'
import { areaWith } from './cases/areas-with.ts'
import { changesOf, indexOf } from './change.ts'
import { quotientOf } from './quotient.ts'

test('census and register never meet in one calculation, and the reason is said', () => {
  const area = areaWith('08235', {
    A1101: ['census', { '2020': 49872 }],
    H5507: ['register', { '2020': 50000 }],
  })
  const { points, reason } = quotientOf(area, { above: ['A1101'], below: ['H5507'], factor: 100 })
  expect(points).toEqual([])
  expect(reason).toContain('国勢調査は実際に住んでいる人を、住民基本台帳は住民票のある人を数える')
})

test('a projection follows the census, and other statistics go with either', () => {
  const of = (...bases: ('census' | 'register' | 'projection' | 'neutral')[]) =>
    onOneBasis(bases.map((basis) => ({ name: basis, basis }))).problem === undefined
  expect([of('census', 'projection'), of('register', 'neutral'), of('census', 'neutral')]).toEqual([
    true,
    true,
    true,
  ])
  expect([of('projection', 'register'), of('neutral', 'register', 'census')]).toEqual([false, false])
})

test('a denominator of the nearest year within two is taken, of a farther one not', () => {
  const near = areaWith('08235', { top: { '2022': 10 }, bottom: { '2020': 100, '2025': 200 } })
  expect(quotientOf(near, { above: ['top'], below: ['bottom'], factor: 100 }).points).toEqual([
    { time: '2022', value: 10, belowTime: '2020' },
  ])
  const far = areaWith('08235', { top: { '2022': 10 }, bottom: { '2015': 100 } })
  expect(quotientOf(far, { above: ['top'], below: ['bottom'], factor: 100 })).toMatchObject({
    points: [],
    reason: '分母の年が2年より離れているため、割合を出しません',
  })
})

test('a town without residents has no shares', () => {
  const empty = areaWith('07546', { top: { '2020': 0 }, bottom: { '2020': 0 } })
  expect(quotientOf(empty, { above: ['top'], below: ['bottom'], factor: 100 })).toMatchObject({
    points: [],
    reason: '分母が0のため、割合を出しません',
  })
})

test('sums and differences are made only where every part is known', () => {
  const area = areaWith('08235', { in: { '2023': 30, '2024': 20 }, out: { '2024': 5 } })
  expect(quotientOf(area, { above: ['in'], minus: ['out'], factor: 1 }).points).toEqual([
    { time: '2024', value: 15 },
  ])
})

const population = areaWith('08235', { total: { '2005': 40174, '2010': 44461, '2015': 49136 } }).series[0]

test('change since the last figure, and over five and ten years, with a yearly rate', () => {
  const changes = population ? changesOf(population) : []
  expect(changes.map(({ span, absolute }) => [span, absolute])).toEqual([
    ['last', 4675],
    ['five', 4675],
    ['ten', 8962],
  ])
  expect(changes[2]?.percent).toBeCloseTo(22.308, 3)
  expect(changes[2]?.yearlyPercent).toBeCloseTo(2.034, 3)
})

test('a rate from zero has no meaning and is left out', () => {
  const [zero] = areaWith('08235', { total: { '2015': 0, '2020': 5 } }).series
  expect(zero ? changesOf(zero) : []).toEqual([
    expect.not.objectContaining({ percent: expect.anything() }),
    expect.not.objectContaining({ percent: expect.anything() }),
  ])
})

test('the index sets its base year to 100', () => {
  const index = population ? indexOf(population, '2005') : []
  expect(index.map(({ value }) => Math.round(value))).toEqual([100, 111, 122])
})
