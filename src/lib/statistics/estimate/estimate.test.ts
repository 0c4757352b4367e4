import { expect, test } from 'vitest'
import { inventedSurvey } from '#test/statistics/invented-survey.ts'
import { type PreparedDesign, prepareDesign, simpleRandomSample } from '../design/sampling-design.ts'
import { estimateScore, fiveStepPoints } from '../tabulation/score.ts'
import { estimateMean, estimateRatio, estimateTotal } from './estimate.ts'
import { estimateQuantile } from './estimate-quantile.ts'
import { estimateShares, sharesByScores } from './estimate-shares.ts'
import { meanInterval, shareInterval } from './intervals.ts'
import { shareCovariance } from './share-covariance.ts'

/** Values worked by hand and with R survey 4.1-1 (example-checks.json: tiny.srs, tiny.strat). */
const y = Float64Array.of(5, 4, 4, 3, 2, 4, 1, 2, 3, 2)
const atLeastFour = y.map((value) => (value >= 4 ? 1 : 0))
const twoStrata = () =>
  prepareDesign({
    weights: Float64Array.from(y, (_, row) => (row < 6 ? 10 : 30)),
    strata: { codes: Int8Array.from(y, (_, row) => (row < 6 ? 0 : 1)), count: 2 },
    populationUnits: Float64Array.of(60, 120),
    lonely: 'refuse',
  })

test('simple random sample: mean 3, Var = (1 − 10/100)·(14/9)/10', () => {
  const mean = estimateMean({ values: y }, prepareDesign(simpleRandomSample(10, { population: 100 })))
  expect(mean.estimate).toBe(3)
  expect(mean.standardError).toBeCloseTo(0.374165738677394, 14)
  expect(mean.designEffect).toBeCloseTo(1, 12)
})

test('stratified sample: mean, df, t-interval, proportion, total and a domain that keeps all strata', () => {
  const design = twoStrata()
  const mean = estimateMean({ values: y }, design)
  expect([mean.estimate, mean.standardError, mean.degreesOfFreedom]).toEqual([
    expect.closeTo(2.55555555555556, 13),
    expect.closeTo(0.298969423268305, 13),
    8,
  ])
  const { low, high } = meanInterval(mean)
  expect([low, high]).toEqual([expect.closeTo(1.86613082919924, 12), expect.closeTo(3.24498028191187, 12)])
  const share = estimateMean({ values: atLeastFour }, design)
  expect([share.estimate, share.standardError]).toEqual([
    expect.closeTo(0.222222222222222, 13),
    expect.closeTo(0.0666666666666667, 13),
  ])
  const total = estimateTotal({ values: atLeastFour }, design)
  expect([total.estimate, total.standardError]).toEqual([expect.closeTo(40, 11), expect.closeTo(12, 11)])
  const domain = estimateMean(
    { values: y, domain: Uint8Array.from(y, (value) => (value <= 4 ? 1 : 0)) },
    design,
  )
  expect([domain.estimate, domain.standardError]).toEqual([
    expect.closeTo(2.41176470588235, 13),
    expect.closeTo(0.308669138420811, 13),
  ])
  expect(domain.degreesOfFreedom).toBe(7)
})

test('a missing answer is a domain: NaN and the domain give the same', () => {
  const design = twoStrata()
  const holes = y.map((value) => (value <= 4 ? value : Number.NaN))
  const domain = Uint8Array.from(y, (value) => (value <= 4 ? 1 : 0))
  expect(estimateMean({ values: holes }, design)).toEqual(estimateMean({ values: y, domain }, design))
})

test('a ratio to a variable of ones is the mean, a ratio to itself is 1 without error', () => {
  const design = twoStrata()
  const ones = y.map(() => 1)
  const ratio = estimateRatio({ numerator: y, denominator: ones }, design)
  const mean = estimateMean({ values: y }, design)
  expect(ratio.standardError).toBeCloseTo(mean.standardError, 14)
  expect(estimateRatio({ numerator: y, denominator: y }, design)).toMatchObject({
    estimate: 1,
    standardError: 0,
  })
})

test('clusters: the sums of the clusters vary, not the answers', () => {
  const clusters = { codes: Int8Array.of(0, 0, 1, 1, 2, 2, 3, 3, 4, 4), count: 5 }
  const design = prepareDesign({ ...simpleRandomSample(10), clusters })
  const mean = estimateMean({ values: y }, design)
  // Sums of the deviations from 3: 3, 1, 0, −3, −1; Var = 5/4·(9+1+0+9+1)/10².
  expect(mean.standardError ** 2).toBeCloseTo((1.25 * 20) / 100, 14)
  expect(mean.degreesOfFreedom).toBe(4)
})

test('the median of an equally weighted sample, with the interval of Woodruff', () => {
  const values = Float64Array.from({ length: 101 }, (_, row) => row)
  const median = estimateQuantile({ values }, prepareDesign(simpleRandomSample(101)), { probability: 0.5 })
  // p̂ = 51/101, SE = √(p̂(1−p̂)/100), t(100) = 1.983972: from 0.405748 to 0.604153,
  // which are the 41st and the 62nd value.
  expect(median).toMatchObject({ estimate: 50, interval: { low: 40, high: 61 } })
  expect(median.standardError).toBeCloseTo(21 / (2 * 1.98397151852), 9)
})

test('simple tabulation of the invented survey: shares and errors as R gives them', () => {
  const { design, item } = inventedSurvey()
  const q01 = item('q01')
  const withBlank = { codes: q01.codes.map((code) => (code < 0 ? 5 : code)), count: 6 }
  const shares = estimateShares(withBlank, design)
  const expected = [
    [0.154611903043074, 0.00985907153358209],
    [0.19212200804089, 0.0106173029382185],
    [0.209664571939032, 0.0111320420179186],
    [0.195474828396689, 0.0107438107368863],
    [0.212585968911158, 0.0109840519376489],
    [0.0355407196691566, 0.00506596332885976],
  ]
  for (const [option, [share, error]] of expected.entries()) {
    expect(shares[option]?.estimate).toBeCloseTo(share as number, 13)
    expect(shares[option]?.standardError).toBeCloseTo(error as number, 13)
  }
})

test('score of +2 … −2 with both denominators', () => {
  const { design, item } = inventedSurvey()
  const plain = prepareDesign(simpleRandomSample(design.rows))
  const settings = { points: fiveStepPoints, variant: 'valid' } as const
  const valid = estimateScore(item('q01'), plain, settings)
  expect([valid.estimate, valid.answers]).toEqual([expect.closeTo(-0.136237897648686, 13), 1446])
  const all = estimateScore(item('q01'), plain, { ...settings, variant: 'all' })
  expect(all.estimate).toBeCloseTo(-0.131333333333333, 13)
  const weighted = estimateScore(item('q01'), design, settings)
  expect([weighted.estimate, weighted.standardError]).toEqual([
    expect.closeTo(-0.123697241060341, 13),
    expect.closeTo(0.0378328761164893, 13),
  ])
})

test('sums by stratum and one column of scores an option give the same', () => {
  const { design, item, age } = inventedSurvey()
  const domain = Uint8Array.from(age.codes, (code) => (code > 2 ? 1 : 0))
  const fast = estimateShares(item('q05'), design, domain)
  const slow = sharesByScores(item('q05'), design, domain)
  for (const [option, share] of fast.entries()) {
    const other = slow[option] as typeof share
    for (const key of [
      'estimate',
      'standardError',
      'degreesOfFreedom',
      'answers',
      'effectiveAnswers',
      'designEffect',
    ] as const)
      expect(share[key]).toBeCloseTo(other[key] as number, 9)
  }
  const { covariance } = shareCovariance(item('q05'), design, domain)
  for (const [option, { standardError }] of slow.entries())
    expect(covariance[option * 6]).toBeCloseTo(standardError ** 2, 14)
  const clustered: PreparedDesign = prepareDesign({
    ...design,
    clusters: { codes: Int32Array.from({ length: design.rows }, (_, row) => row), count: design.rows },
  })
  const general = shareCovariance(item('q05'), clustered, domain)
  for (const [cell, value] of covariance.entries()) expect(general.covariance[cell]).toBeCloseTo(value, 14)
})

test('intervals of a share: no interval is 0 ± 0, and each method names itself', () => {
  const design = prepareDesign(simpleRandomSample(10))
  const none = estimateMean({ values: new Float64Array(10) }, design)
  expect(shareInterval(none)).toEqual({
    low: 0,
    high: expect.closeTo(0.2588655509, 9),
    level: 0.95,
    method: 'one-sided-exact',
  })
  const three = estimateMean({ values: atLeastFour.map((_, row) => (row < 3 ? 1 : 0)) }, design)
  // SciPy 1.17.1 binomtest(3, 10).proportion_ci('exact')
  const exact = shareInterval(three, { method: 'clopper-pearson' })
  expect([exact.low, exact.high]).toEqual([
    expect.closeTo(0.0667395111777345, 12),
    expect.closeTo(0.6524528500599974, 12),
  ])
  for (const method of ['logit', 'wilson', 'beta', 't'] as const) {
    const { low = 1, high = 0, method: name } = shareInterval(three, { method })
    expect([name, low < 0.3 && 0.3 < high]).toEqual([method, true])
  }
})

test('impossible designs are refused in words', () => {
  const one = { codes: new Int8Array(3), count: 1 }
  const weights = Float64Array.of(1, 1, 1)
  const refused = (design: Parameters<typeof prepareDesign>[0]) => () => prepareDesign(design)
  const lonely = { codes: Int8Array.of(0, 0, 1), count: 2 }
  const values = Float64Array.of(1, 2, 3)
  const meanOf = (handling: 'refuse' | 'centre') => () =>
    estimateMean({ values }, prepareDesign({ weights, strata: lonely, lonely: handling }))
  expect(meanOf('refuse')).toThrow('層2：抽出単位が1つだけ')
  expect(meanOf('centre')().standardError).toBeGreaterThan(0)
  expect(refused({ weights, strata: one, lonely: 'refuse', populationUnits: Float64Array.of(2) })).toThrow(
    '超えています',
  )
  expect(refused({ weights: Float64Array.of(1, -1, 1), strata: one, lonely: 'refuse' })).toThrow('負の数')
  expect(refused({ weights: new Float64Array(3), strata: one, lonely: 'refuse' })).toThrow('合計が0')
  expect(refused({ weights, strata: { codes: Int8Array.of(0, -1, 0), count: 1 }, lonely: 'refuse' })).toThrow(
    '分からない',
  )
  expect(refused({ weights, strata: lonely, clusters: one, lonely: 'refuse' })).toThrow('またがる')
})

test('a stratum drawn whole may be lonely: it has no error', () => {
  const design = prepareDesign({
    weights: Float64Array.of(1, 2, 2),
    strata: { codes: Int8Array.of(0, 1, 1), count: 2 },
    populationUnits: Float64Array.of(1, 4),
    lonely: 'refuse',
  })
  // 4²·(1 − 2/4)·s²/2 with s² = 2: the second stratum alone.
  expect(estimateTotal({ values: Float64Array.of(9, 1, 3) }, design).standardError).toBeCloseTo(
    Math.sqrt(8),
    14,
  )
  expect(estimateTotal({ values: Float64Array.of(9, 1, 1) }, design).standardError).toBe(0)
})
