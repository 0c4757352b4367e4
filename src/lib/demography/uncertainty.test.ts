import { expect, test } from 'vitest'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { quantileOf } from './backtest.ts'
import { errorModel, growthPower } from './error-model.ts'
import type { ProjectionInputs } from './projection-inputs.ts'
import { type MonteCarloRequest, monteCarlo } from './uncertainty.ts'
import { ageBands, bandWeights } from './weighted-sum.ts'
import { planOf } from './write-step.ts'

const inputs = inputsOf(oneCity(), 'life-table-and-rates')

function request(change: Partial<MonteCarloRequest> = {}, of: ProjectionInputs = inputs): MonteCarloRequest {
  const plan = planOf(of)
  const base = Float64Array.from([...of.base.M, ...of.base.F])
  return {
    plan,
    base,
    model: errorModel({ inputs: of, plan, base }, { sdFiveYears: 0.018 }),
    measures: [
      { id: 'total', weights: bandWeights(ageBands.total, of.ages) },
      { id: 'women20to39', weights: bandWeights(ageBands.women20to39, of.ages) },
    ],
    draws: 4000,
    seed: 8235,
    ...change,
  }
}

test('the same seed gives the same numbers, another seed others', () => {
  const small = { draws: 200 }
  expect(monteCarlo(request(small))).toEqual(monteCarlo(request(small)))
  expect(monteCarlo(request({ ...small, seed: 1 })).measures).not.toEqual(monteCarlo(request(small)).measures)
})

/** Half the width of the 80 % band of a Student t with 4 degrees of freedom, in standard deviations. */
const band80 = 1.5332 * Math.SQRT1_2

test('after five years the band is that of errors seen, and it grows with the horizon as they did', () => {
  const { total = [] } = monteCarlo(request()).measures
  const sds = total.slice(1).map((row) => Math.log((row[5] ?? 0) / (row[1] ?? 0)) / 2 / band80)
  expect(sds[0]).toBeGreaterThan(0.018 * 0.95)
  expect(sds[0]).toBeLessThan(0.018 * 1.05)
  expect((sds[3] ?? 0) / (sds[0] ?? 1) / 4 ** growthPower).toBeGreaterThan(0.9)
  expect((sds[3] ?? 0) / (sds[0] ?? 1) / 4 ** growthPower).toBeLessThan(1.1)
})

test('single years and five-year groups are equally sure after ten years', () => {
  const years = inputs.base.M.length * 5 - 4
  const spread = (values: readonly number[]) =>
    Array.from({ length: years }, (_, age) => (values[Math.floor(age / 5)] ?? 0) / (age < 90 ? 5 : 1))
  const yearly = (values: readonly number[]) =>
    Array.from({ length: years }, (_, age) => (values[Math.ceil(age / 5)] ?? 0) ** 0.2)
  const none = Array(years).fill(0.002)
  const [first] = inputs.periods
  const single: ProjectionInputs = {
    ...inputs,
    step: 1,
    ages: { width: 1, openFrom: 90 },
    base: { M: spread(inputs.base.M), F: spread(inputs.base.F) },
    periods: Array.from({ length: 20 }, (_, at) => ({
      from: 2015 + at,
      to: 2016 + at,
      openGroup: 'pooled',
      survival: { M: yearly(first?.survival.M ?? []), F: yearly(first?.survival.F ?? []) },
      migration: { kind: 'net-rate', M: none, F: none },
      fertility: { kind: 'cwr', cwr: 0.04, women: [15, 49], sexRatio04: 1.05 },
    })),
  }
  const { total = [] } = monteCarlo(request({}, single)).measures
  const sdAt = (step: number) => Math.log((total[step]?.[5] ?? 0) / (total[step]?.[1] ?? 0)) / 2 / band80
  expect(sdAt(5) / 0.018).toBeCloseTo(1, 1)
  expect(sdAt(20) / (0.018 * 4 ** growthPower)).toBeCloseTo(1, 1)
})

test('quantiles rise, and the median is near the case itself', () => {
  const { measures, quantiles } = monteCarlo(request())
  for (const rows of Object.values(measures)) {
    for (const row of rows) {
      expect(row).toHaveLength(quantiles.length)
      expect(row).toEqual([...row].sort((a, b) => a - b))
    }
  }
  expect((measures['total']?.[6]?.[3] ?? 0) / 52884).toBeCloseTo(1, 1)
  expect(measures['total']?.[0]).toEqual(Array(7).fill(49136))
})

test('the chance to be above a number falls as the number rises', () => {
  const thresholds = [48_000, 52_000, 60_000].map((above) => ({ id: 'total', above }))
  const { probabilities } = monteCarlo(request({ thresholds }))
  const last = probabilities.map(({ byStep }) => byStep.at(-1) ?? 0)
  expect(last).toEqual([...last].sort((a, b) => b - a))
  expect(last[0]).toBeGreaterThan(0.5)
  expect(() => monteCarlo(request({ thresholds: [{ id: 'cats', above: 1 }] }))).toThrow(RangeError)
})

test('a quantile lies between order statistics (type 7, as R)', () => {
  expect(quantileOf([1, 2, 3, 4], 0.5)).toBe(2.5)
  expect(quantileOf([1, 2, 3, 4], 0.1)).toBeCloseTo(1.3, 12)
})
