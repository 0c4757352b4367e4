import { expect, test } from 'vitest'
import { inventedSurvey } from '#test/statistics/invented-survey.ts'
import { prepareDesign, simpleRandomSample } from '../design/sampling-design.ts'
import { cellOf, crossTabulate } from '../tabulation/cross-tabulate.ts'
import { adjustedP } from './adjust-p.ts'
import { compareShares, compareWaves } from './compare-waves.ts'
import { fisherTest, pearsonTest } from './pearson.ts'
import { raoScottTest } from './rao-scott.ts'

/** tiny-2 of example-checks.json (R 4.2.2, survey 4.1-1): strata A and B of 20, yes/no by x/y. */
function tiny() {
  const rows = [
    [0, 1, 0, 8],
    [0, 1, 1, 4],
    [0, 0, 0, 3],
    [0, 0, 1, 5],
    [1, 1, 0, 2],
    [1, 1, 1, 4],
    [1, 0, 0, 8],
    [1, 0, 1, 6],
  ].flatMap(([stratum = 0, answer = 0, group = 0, count = 0]) =>
    Array.from({ length: count }, () => ({ stratum, answer, group })),
  )
  const strata = { codes: Int8Array.from(rows, ({ stratum }) => stratum), count: 2 }
  return {
    row: { codes: Int8Array.from(rows, ({ answer }) => answer), count: 2 },
    column: { codes: Int8Array.from(rows, ({ group }) => group), count: 2 },
    design: prepareDesign({
      weights: Float64Array.from(rows, ({ stratum }) => (stratum === 0 ? 20 : 80)),
      strata,
      populationUnits: Float64Array.of(400, 1600),
      lonely: 'refuse',
    }),
  }
}

test('Rao–Scott of a weighted 2×2 table, as R gives it', () => {
  const { row, column, design } = tiny()
  const test = raoScottTest({ row, column }, design)
  expect(test.pearson).toBeCloseTo(0.386932550798097, 12)
  expect(test.secondOrder.F).toBeCloseTo(0.304381283986257, 12)
  expect([test.secondOrder.ndf, test.secondOrder.ddf]).toEqual([
    expect.closeTo(1, 12),
    expect.closeTo(38, 10),
  ])
  expect(test.secondOrder.p).toBeCloseTo(0.584378810495282, 11)
  expect(test.eigenvalues).toEqual([expect.closeTo(1.27121, 5)])
  const { weights } = crossTabulate(row, column, { weights: design.weights })
  expect([...weights.subarray(9)]).toEqual([700, 580, 0, 320, 400, 0])
})

test('Pearson on the unweighted counts of the same table', () => {
  const { row, column } = tiny()
  const table = crossTabulate(row, column)
  const counts = [0, 1].flatMap((line) => [0, 1].map((place) => cellOf(table, line, place).count))
  expect(pearsonTest({ rows: 2, columns: 2, counts })?.statistic).toBeCloseTo(0.122528543581175, 12)
})

function q01ByDistrict() {
  const { design, district, item } = inventedSurvey()
  const q01 = item('q01')
  const ascending = { codes: q01.codes.map((code) => (code < 0 ? code : 4 - code)), count: 5 }
  return { design, row: ascending, column: district }
}

test('χ², Cramér’s V and adjusted residuals of a cross table', () => {
  const { row, column } = q01ByDistrict()
  const table = crossTabulate(row, column)
  const counts = [0, 1, 2, 3, 4].flatMap((line) => [0, 1, 2].map((place) => cellOf(table, line, place).count))
  expect(counts).toEqual([99, 86, 142, 80, 88, 124, 82, 84, 141, 100, 52, 139, 68, 58, 103])
  const result = pearsonTest({ rows: 5, columns: 3, counts })
  expect(result).toMatchObject({
    degreesOfFreedom: 8,
    smallExpectedShare: 0,
    dropped: { rows: [], columns: [] },
  })
  expect(result?.statistic).toBeCloseTo(14.3922674656242, 11)
  expect(result?.p).toBeCloseTo(0.0720968837676817, 12)
  expect(result?.cramersV).toBeCloseTo(0.0705448746895191, 13)
  const residuals = [
    0.273236866913151, 0.401225004142171, -0.60231817425345, -0.950886582129164, 2.05847790063222,
    -0.929413030778439, -1.27838532172942, 0.866612956627715, 0.415145439348656, 1.96230475164267,
    -3.32161729225654, 1.10671279620486, 0.00948748814551907, -0.0462028953119003, 0.0317489136244557,
  ]
  for (const [cell, residual] of residuals.entries())
    expect(result?.adjustedResiduals[cell]).toBeCloseTo(residual, 11)
})

test('Rao–Scott of a 5×3 table: F, both df (those of the domain that answered) and p', () => {
  const { secondOrder, answers } = raoScottTest(q01ByDistrict(), q01ByDistrict().design)
  expect(answers).toBe(1446)
  expect(secondOrder.F).toBeCloseTo(2.12346314135522, 11)
  expect(secondOrder.ndf).toBeCloseTo(7.98760260904488, 10)
  expect(secondOrder.ddf).toBeCloseTo(11406.2965257161, 6)
  expect(secondOrder.p).toBeCloseTo(0.0304060331001199, 12)
})

test('in an unweighted simple random sample Rao–Scott is nearly Pearson', () => {
  const { row, column } = q01ByDistrict()
  const plain = prepareDesign(simpleRandomSample(row.codes.length))
  const { eigenvalues, firstOrder } = raoScottTest({ row, column }, plain)
  expect(Math.abs((eigenvalues[0] ?? 0) - 1)).toBeLessThan(0.2)
  expect(firstOrder.statistic).toBeGreaterThan(13)
  expect(firstOrder.statistic).toBeLessThan(16)
})

test('empty rows and columns are dropped and named; one row left is no test', () => {
  const result = pearsonTest({ rows: 3, columns: 2, counts: [5, 7, 0, 0, 6, 2] })
  expect(result).toMatchObject({ degreesOfFreedom: 1, dropped: { rows: [1], columns: [] } })
  expect(pearsonTest({ rows: 2, columns: 2, counts: [3, 4, 0, 0] })).toBeUndefined()
})

test('Fisher’s exact test and Yates’ correction of a 2×2 table', () => {
  // SciPy 1.17.1 fisher_exact([[8, 2], [1, 5]]), chi2_contingency(correction=True)
  expect(fisherTest([8, 2, 1, 5])).toBeCloseTo(0.034965034965034975, 12)
  const result = pearsonTest({ rows: 2, columns: 2, counts: [8, 2, 1, 5] })
  expect(result?.yates?.statistic).toBeCloseTo(3.8095238095238098, 6)
})

test('Holm and Benjamini–Hochberg as R p.adjust gives them', () => {
  expect(adjustedP([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02])
  expect(adjustedP([0.01, 0.04, 0.02, 0.005], 'benjamini-hochberg')).toEqual([
    0.02,
    0.04,
    expect.closeTo(0.02 * (4 / 3), 14),
    0.02,
  ])
})

const wave = (estimate: number, standardError: number) => ({
  estimate,
  standardError,
  degreesOfFreedom: 1000,
  answers: 1000,
  weightSum: 1000,
  effectiveAnswers: 1000,
})

test('a change between waves has its mark only when Holm’s p is small and the wording the same', () => {
  const changes = compareWaves([
    { before: wave(0.5, 0.015), after: wave(0.6, 0.015), comparability: 'comparable' },
    { before: wave(0.5, 0.015), after: wave(0.544, 0.015), comparability: 'comparable' },
    { before: wave(0.5, 0.015), after: wave(0.7, 0.015), comparability: 'reference' },
    { before: wave(0.5, 0.015), after: wave(0.7, 0.015), comparability: 'not-comparable' },
    { before: wave(0.6, 0.015), after: wave(0.5, 0.015), comparability: 'comparable' },
  ])
  expect(changes.map((change) => change?.mark)).toEqual(['up', 'up', 'none', undefined, 'down'])
  expect(changes[2]?.adjustedP).toBeUndefined()
  expect(changes[0]?.standardError).toBeCloseTo(0.015 * Math.SQRT2, 14)
})

test('two shares of simple random samples: z without continuity correction', () => {
  const { statistic, p } = compareShares({ count: 458, answers: 1304 }, { count: 520, answers: 1446 })
  expect(statistic).toBeCloseTo(0.4587001944536664, 12)
  expect(p).toBeCloseTo(0.6464494743929399, 12)
})
