import { expect, test } from 'vitest'
import { inventedSurvey } from '#test/statistics/invented-survey.ts'
import { seededRandom, shuffledPlaces, wholeBelow } from '#test/statistics/random.ts'
import type { Category } from './category.ts'
import { prepareDesign, type SamplingDesign } from './design/sampling-design.ts'
import { estimateMean, estimateRatio } from './estimate/estimate.ts'
import { estimateQuantile } from './estimate/estimate-quantile.ts'
import { estimateShares } from './estimate/estimate-shares.ts'
import { raoScottTest } from './test-of-tables/rao-scott.ts'
import { rake } from './weighting/rake.ts'

const random = seededRandom(5)
const rows = 400
const category = (count: number): Category => ({
  codes: Int8Array.from({ length: rows }, () => wholeBelow(random, count)),
  count,
})
const design: SamplingDesign = {
  weights: Float64Array.from({ length: rows }, () => 1 + 9 * random()),
  strata: category(5),
  populationUnits: new Float64Array(5).fill(900),
  lonely: 'refuse',
}
const [row, column] = [category(4), category(3)]
const values = Float64Array.from({ length: rows }, () => wholeBelow(random, 60))
const others = Float64Array.from({ length: rows }, () => 1 + random())

function everything(given: SamplingDesign, order: readonly number[]) {
  const ordered = (codes: Category['codes']) => codes.map((_, place) => codes[order[place] ?? 0] ?? 0)
  const sorted = (numbers: Float64Array) => numbers.map((_, place) => numbers[order[place] ?? 0] ?? 0)
  const of = ({ codes, count }: Category): Category => ({ codes: ordered(codes), count })
  const prepared = prepareDesign({ ...given, weights: sorted(given.weights), strata: of(given.strata) })
  const estimates = [
    estimateMean({ values: sorted(values) }, prepared),
    estimateRatio({ numerator: sorted(values), denominator: sorted(others) }, prepared),
    estimateQuantile({ values: sorted(values) }, prepared, { probability: 0.3 }),
    ...estimateShares(of(row), prepared),
  ]
  const { secondOrder } = raoScottTest({ row: of(row), column: of(column) }, prepared)
  return [
    ...estimates.flatMap(({ estimate, standardError, degreesOfFreedom }) => [
      estimate,
      standardError,
      degreesOfFreedom,
    ]),
    secondOrder.F,
    secondOrder.ndf,
    secondOrder.p,
  ]
}

const inOrder = Array.from({ length: rows }, (_, place) => place)
const expectSame = (ours: readonly number[], theirs: readonly number[]) => {
  for (const [place, value] of ours.entries())
    expect(Math.abs(value - (theirs[place] ?? Number.NaN))).toBeLessThanOrEqual(
      1e-9 * Math.abs(value) + 1e-14,
    )
}

test('multiplying all weights changes no mean, share, ratio, quantile or test', () => {
  const scaled = { ...design, weights: design.weights.map((weight) => weight * 37.5) }
  expectSame(everything(design, inOrder), everything(scaled, inOrder))
})

test('the order of the respondents changes nothing', () => {
  for (let round = 0; round < 5; round++)
    expectSame(everything(design, inOrder), everything(design, shuffledPlaces(random, rows)))
})

test('raking meets its margins whatever the start, and a second run changes nothing', () => {
  for (let round = 0; round < 30; round++) {
    const totals = (count: number) => {
      const parts = Array.from({ length: count }, () => 100 + wholeBelow(random, 500))
      const sum = parts.reduce((left, right) => left + right, 0)
      return parts.map((part) => (part / sum) * 10_000)
    }
    const margins = [row, column, design.strata].map((part) => ({ ...part, totals: totals(part.count) }))
    const { weights } = rake(margins, design.weights)
    for (const { codes, totals: wanted } of margins) {
      const sums = wanted.map(() => 0)
      for (const [place, weight] of weights.entries())
        sums[codes[place] ?? 0] = (sums[codes[place] ?? 0] ?? 0) + weight
      for (const [level, sum] of sums.entries())
        expect(Math.abs(sum / (wanted[level] ?? 1) - 1)).toBeLessThan(1e-10)
    }
    const again = rake(margins, weights)
    expect(again.passes).toBe(1)
    for (const [place, weight] of again.weights.entries())
      expect(Math.abs(weight / (weights[place] ?? 1) - 1)).toBeLessThan(1e-9)
  }
})

test('shares add up to 1, and the whole sample as a domain is the sample', () => {
  const { design: stratified, item } = inventedSurvey()
  const shares = estimateShares(item('q04'), stratified)
  expect(shares.reduce((sum, { estimate }) => sum + estimate, 0)).toBeCloseTo(1, 13)
  expect(estimateShares(item('q04'), stratified, new Uint8Array(1500).fill(1))).toEqual(shares)
})
