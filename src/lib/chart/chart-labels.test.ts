import { expect, test } from 'vitest'
import { frameOf, targetWords } from './chart-frame.ts'
import { besideTarget, valueLabels } from './chart-labels.ts'
import type { IndicatorSeries } from './indicator-series.ts'

const points = (...pairs: [number, number][]) => pairs.map(([fiscalYear, value]) => ({ fiscalYear, value }))

const series = (actuals: [number, number][], rest: Partial<IndicatorSeries> = {}): IndicatorSeries => ({
  name: '指標',
  unit: '％',
  decimals: 0,
  actuals: points(...actuals),
  baseline: { fiscalYear: 2021, value: 50 },
  interim: [],
  target: undefined,
  range: undefined,
  period: [2023, 2027],
  ...rest,
})
const baselineOf = (shown: IndicatorSeries) => valueLabels(shown, frameOf(shown, 'wide')).baseline
const heightOf = (shown: IndicatorSeries) => frameOf(shown, 'wide').y(50)

test('the value of a peak stands over it, of a valley under it', () => {
  const peak = series([
    [2018, 20],
    [2021, 50],
    [2024, 30],
  ])
  const valley = series([
    [2018, 90],
    [2021, 50],
    [2024, 80],
  ])
  expect(baselineOf(peak)).toMatchObject({ anchor: 'middle', words: '基準 50' })
  expect(baselineOf(peak)?.y).toBeLessThan(heightOf(peak))
  expect(baselineOf(valley)?.y).toBeGreaterThan(heightOf(valley))
})

test('on a slope the value stands at the side the line leaves free', () => {
  const rising = series([
    [2018, 20],
    [2021, 50],
    [2024, 80],
  ])
  const falling = series([
    [2018, 80],
    [2021, 50],
    [2024, 20],
  ])
  expect(baselineOf(rising)?.anchor).toBe('end')
  expect(baselineOf(falling)?.anchor).toBe('start')
})

test('a latest actual beside the baseline pushes its value to the other side', () => {
  const level = series([
    [2020, 50],
    [2021, 50],
    [2022, 50],
  ])
  const frame = frameOf(level, 'narrow')
  const { baseline, latest } = valueLabels(level, frame)
  expect(latest?.y).toBeLessThan(frame.y(50))
  expect(baseline?.y).toBeGreaterThan(frame.y(50))
})

test('the small chart writes one value: the latest', () => {
  const both = series([
    [2021, 50],
    [2024, 80],
  ])
  expect(valueLabels(both, frameOf(both, 'small'))).toMatchObject({ latest: { words: '80' } })
  expect(valueLabels(both, frameOf(both, 'small')).baseline).toBeUndefined()
})

test('the words beside a target on the ground do not sink below it', () => {
  const toZero = series([[2021, 50]], { target: { fiscalYear: 2027, value: 0 } })
  const frame = frameOf(toZero, 'wide')
  const at = { x: frame.x(2027), y: frame.y(0) }
  expect(besideTarget(frame, at, targetWords(toZero, 'wide'))).toEqual([
    { x: 994, y: 331, anchor: 'start', words: '目標（R9）' },
    { x: 994, y: 347, anchor: 'start', words: '0％' },
  ])
})

test('a range is named by both its ends', () => {
  const kept = series([[2021, 50]], { range: { fiscalYear: 2027, low: 45, high: 55 } })
  expect(targetWords(kept, 'wide')).toEqual(['目標（R9）', '45〜55％'])
  expect(targetWords(kept, 'narrow')).toEqual(['目標', '45〜', '55％'])
  expect(targetWords(kept, 'small')).toEqual(['55', '45'])
})
