import { expect, test } from 'vitest'
import { allocateSample } from './allocate-sample.ts'
import { formsToSend, marginOfError, neededAnswers } from './sample-size.ts'

test('needed answers at ±5 and ±3 points', () => {
  const at = (population: number, error: number) => Number(neededAnswers({ population, error }).toFixed(2))
  expect([at(50_000, 0.05), at(50_000, 0.03), at(1000, 0.05), at(10_000, 0.05), at(100_000, 0.05)]).toEqual([
    381.24, 1044.83, 277.74, 369.98, 382.69,
  ])
  expect(neededAnswers({ error: 0.05 })).toBeCloseTo(384.16, 10)
  expect(formsToSend(381.24, 0.4)).toBe(955)
})

test('標本誤差 as printed: 伊勢原市’s table without, the computed one with the finite correction', () => {
  const points = (answers: number, share: number, population?: number) =>
    100 * marginOfError({ answers, share, population })
  expect(points(1430, 0.5)).toBeCloseTo(2.59, 2)
  expect(points(100, 0.1)).toBeCloseTo(5.88, 10)
  expect(points(300, 0.1, 44_100)).toBeCloseTo(3.383291, 6)
  expect(points(1500, 0.1, 44_100)).toBeCloseTo(1.492183, 6)
  expect(marginOfError({ answers: 400, share: 0.5, twoStage: true })).toBeCloseTo(0.049 * Math.SQRT2, 12)
  expect(() => marginOfError({ answers: 1, share: 0.5 })).toThrow('2つ以上')
})

test('allocation sums to the sample, ties go to the earlier stratum', () => {
  const strata = [1, 1, 1].map(() => ({ population: 100 }))
  expect(allocateSample(strata, { sample: 10, rule: 'proportional' }).sizes).toEqual([4, 3, 3])
  expect(
    allocateSample([{ population: 900 }, { population: 100 }], { sample: 10, rule: 'equal' }).sizes,
  ).toEqual([5, 5])
})

test('Neyman takes more where the answers differ more', () => {
  const strata = [
    { population: 1000, deviation: 1 },
    { population: 1000, deviation: 3 },
  ]
  expect(allocateSample(strata, { sample: 40, rule: 'neyman' }).sizes).toEqual([10, 30])
  expect(() => allocateSample([{ population: 5 }], { sample: 2, rule: 'neyman' })).toThrow('標準偏差')
})

test('a minimum is kept, a stratum too small is refused or drawn whole', () => {
  const strata = [{ population: 10_000 }, { population: 100 }, { population: 100 }]
  expect(allocateSample(strata, { sample: 102, rule: 'proportional', minimum: 10 }).sizes).toEqual([
    82, 10, 10,
  ])
  const aim = { sample: 400, rule: 'equal' } as const
  expect(() => allocateSample(strata, aim)).toThrow('人口を超えています')
  expect(allocateSample(strata, { ...aim, takeAll: true }).sizes).toEqual([200, 100, 100])
  expect(allocateSample(strata, { sample: 100, rule: 'proportional' }).tooSmall).toEqual([1, 2])
})
