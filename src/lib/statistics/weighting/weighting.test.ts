import { expect, test } from 'vitest'
import { inventedSurvey } from '#test/statistics/invented-survey.ts'
import { type Calibration, prepareDesign, simpleRandomSample } from '../design/sampling-design.ts'
import { estimateMean, estimateTotal } from '../estimate/estimate.ts'
import { estimateScore, fiveStepPoints } from '../tabulation/score.ts'
import { postStratify } from './post-stratify.ts'
import { rake } from './rake.ts'
import { rakeAndTrim, trimWeights, weightPercentile } from './trim-weights.ts'
import { summarizeWeights } from './weight-summary.ts'

/** tiny.raking of example-checks.json: men young 20, old 30, women young 10, old 40, each with 10. */
const cells = [20, 30, 10, 40].flatMap((count, cell) => new Array<number>(count).fill(cell))
const sex = { codes: Int8Array.from(cells, (cell) => (cell < 2 ? 0 : 1)), count: 2, totals: [480, 520] }
const age = { codes: Int8Array.from(cells, (cell) => cell % 2), count: 2, totals: [400, 600] }
const start = new Float64Array(cells.length).fill(10)
const firstOf = (weights: Float64Array) => [0, 20, 50, 60].map((row) => weights[row])

test('raking of two margins: the weights worked by hand, and Kish’s figures', () => {
  const { weights } = rake([sex, age], start)
  const expected = [12.4846986557, 7.6768675628, 15.0306026885, 9.2423493279]
  for (const [place, weight] of firstOf(weights).entries())
    expect(weight).toBeCloseTo(expected[place] ?? 0, 8)
  const { sum, kishDesignEffect, effectiveAnswers } = summarizeWeights(weights)
  expect([sum, kishDesignEffect, effectiveAnswers]).toEqual([
    expect.closeTo(1000, 7),
    expect.closeTo(1.0561413894, 9),
    expect.closeTo(94.68429228, 7),
  ])
})

test('one pass of raking is men and women first, then age', () => {
  const { weights } = rake([sex, age], start, { tolerance: 1, passes: 1 })
  const expected = [12.972972973, 8.1818181818, 14.0540540541, 8.8636363636]
  for (const [place, weight] of firstOf(weights).entries())
    expect(weight).toBeCloseTo(expected[place] ?? 0, 9)
})

const districtTotals = [14_000, 11_900, 18_200]
const ageTotals = [6200, 7400, 7600, 6500, 6500, 9900]

function rakedSurvey(method: Calibration['method']) {
  const survey = inventedSurvey()
  const startWeights = new Float64Array(1500).fill(44_100 / 1500)
  const margins = [
    { ...survey.age, totals: ageTotals },
    { ...survey.district, totals: districtTotals },
  ]
  const { weights } = rake(margins, startWeights)
  const design = prepareDesign({
    ...simpleRandomSample(1500, { weights }),
    calibration: { margins, method, startWeights },
  })
  return { ...survey, margins, design, weights }
}

test('raking of the invented survey to age and district', () => {
  const { weights } = rakedSurvey('final-weights')
  const summary = summarizeWeights(weights)
  expect(summary.sum).toBeCloseTo(44_100, 5)
  expect(summary.min).toBeCloseTo(18.9739107981473, 7)
  expect(summary.max).toBeCloseTo(51.5729472157568, 7)
  expect(summary.kishDesignEffect).toBeCloseTo(1.07981518913403, 10)
  expect(summary.effectiveAnswers).toBeCloseTo(1389.12659786064, 6)
})

test('after raking the margins are known: their totals have no error, whatever the residuals', () => {
  for (const method of ['final-weights', 'start-weights', 'iterative'] as const) {
    const { design, district, item } = rakedSurvey(method)
    const isFirst = Float64Array.from(district.codes, (code) => (code === 0 ? 1 : 0))
    const total = estimateTotal({ values: isFirst }, design)
    expect(total.estimate).toBeCloseTo(14_000, 5)
    expect(total.standardError).toBeLessThan(1e-5)
    const score = estimateScore(item('q01'), design, { points: fiveStepPoints, variant: 'valid' })
    expect(score.estimate).toBeCloseTo(-0.129249014197, 11)
    expect(score.standardError).toBeGreaterThan(0.037)
    expect(score.standardError).toBeLessThan(0.041)
  }
})

test('post-stratification to the cells of the design gives N/n, and its mean is the stratified one', () => {
  const { design, item } = inventedSurvey()
  const totals = design.populationUnits as Float64Array
  const { weights, weak } = postStratify(design.strata, totals, new Float64Array(1500).fill(3))
  for (const [row, weight] of weights.entries()) expect(weight).toBeCloseTo(design.weights[row] ?? 0, 10)
  expect(weak).toEqual([])
  const values = Float64Array.from(item('q02').codes, (code) => (code < 0 ? Number.NaN : code))
  const plain = prepareDesign({ ...simpleRandomSample(1500, { weights }) })
  expect(estimateMean({ values }, plain).estimate).toBeCloseTo(estimateMean({ values }, design).estimate, 12)
})

test('empty cells, unequal margins and unknown levels are refused in words', () => {
  const one = new Float64Array(3).fill(1)
  const codes = Int8Array.of(0, 0, 2)
  expect(() => postStratify({ codes, count: 3 }, [5, 5, 5], one)).toThrow(
    '2番目の区分に人口5人がいますが、回答がありません',
  )
  expect(() => postStratify({ codes, count: 3 }, [5, 0, 0], one)).toThrow('人口が0人です')
  expect(() => postStratify({ codes: Int8Array.of(0, -1, 0), count: 1 }, [5], one)).toThrow('「不明」')
  const margin = { codes: Int8Array.of(0, 1, 1), count: 2, totals: [10, 20] }
  expect(() => rake([margin, { ...margin, totals: [10, 21] }], one)).toThrow('合計が、変数によって違います')
  expect(rake([margin, { ...margin, totals: [11, 22] }], one, { rescale: true }).rescaled).toBe(true)
  expect(() => rake([margin, { ...margin, totals: [15, 15] }], one)).toThrow('収束しませんでした')
  expect(() => rake([{ ...margin, count: 3, totals: [10, 20, 5] }], one)).toThrow('回答がありません')
})

test('trimming keeps the sum, and both ways of spreading differ', () => {
  const weights = Float64Array.of(1, 2, 3, 4, 20)
  const equal = trimWeights(weights, { upper: 8, spread: 'equal' })
  const proportional = trimWeights(weights, { upper: 8, spread: 'proportional' })
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)
  expect(sum(equal)).toBeCloseTo(30, 12)
  expect(sum(proportional)).toBeCloseTo(30, 12)
  expect([...equal]).toEqual([4, 5, 6, 7, 8])
  // 12 over 10 first; then the fourth, at 8.8, is cut too and its 0.8 goes to the first three in proportion.
  expect(proportional[0]).toBeCloseTo(2.2 + (0.8 * 2.2) / 13.2, 12)
  expect(() => trimWeights(weights, { upper: 5, spread: 'equal' })).toThrow('平均をはさんで')
})

test('raking with trimming meets the margins and keeps below the bound', () => {
  const { margins } = rakedSurvey('final-weights')
  const startWeights = new Float64Array(1500).fill(29.4)
  const { trimmed, untrimmed, upper, within } = rakeAndTrim(margins, startWeights, {
    percentile: 0.95,
    spread: 'proportional',
  })
  expect(trimmed.gap).toBeLessThan(1e-10)
  expect(upper).toBe(weightPercentile(untrimmed.weights, 0.95))
  expect(within).toBe(trimmed.weights.every((weight) => weight <= upper * 1.001))
})
