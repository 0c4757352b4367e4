import { expect, test } from 'vitest'
import { frameOf } from './chart-frame.ts'
import { axisNumbers, chartNumber, textWidth } from './chart-words.ts'
import type { IndicatorSeries } from './indicator-series.ts'

const points = (...pairs: [number, number][]) => pairs.map(([fiscalYear, value]) => ({ fiscalYear, value }))

const waiting: IndicatorSeries = {
  name: '待機児童数',
  unit: '人',
  decimals: 0,
  actuals: points([2016, 4], [2018, 12], [2021, 38], [2023, 24], [2025, 12]),
  baseline: { fiscalYear: 2021, value: 38 },
  interim: points([2024, 15]),
  target: { fiscalYear: 2027, value: 0 },
  range: undefined,
  period: [2023, 2027],
}

test('years and values lie where a ruler would put them', () => {
  const { x, y, left, right, ticks } = frameOf(waiting, 'wide')
  // From 8 past the axis at 27 to 982, eleven years; from 342 up to 34, forty persons.
  expect([left, right]).toEqual([27, 982])
  expect([x(2016), x(2021), x(2027)]).toEqual([35, 465.5, 982])
  expect([y(0), y(38), y(40)]).toEqual([342, 49.4, 34])
  expect(ticks.map(({ words }) => words)).toEqual(['0', '10', '20', '30', '40'])
})

test('the band of the plan begins half a year before its first point and goes a little past its last', () => {
  const { band, x } = frameOf(waiting, 'wide')
  expect(band).toEqual({ x: x(2022.5), width: 397.4 }) // 982 and 10 beyond, less 594.6
})

test('the wide chart names an era once, the others name the years that carry something', () => {
  const years = (size: 'wide' | 'narrow' | 'small') => frameOf(waiting, size).years.map(({ words }) => words)
  expect(years('wide')).toEqual(['H28', '29', '30', 'R1', '2', '3', '4', '5', '6', '7', '8', '9'])
  expect(years('narrow')).toEqual(['H28', 'R3', 'R7', 'R9'])
  expect(years('small')).toEqual(['H28', 'R3', 'R7', 'R9'])
})

test('years that would touch are left out, the target year never', () => {
  const dense = { ...waiting, actuals: points([1980, 3], [2026, 4]), baseline: undefined, interim: [] }
  expect(frameOf(dense, 'small').years.map(({ words }) => words)).toEqual(['S55', 'R9'])
})

test('a change of a tenth does not fill the chart, and counts have no half ticks', () => {
  const flat = { ...waiting, actuals: points([2020, 100], [2021, 101]), baseline: undefined, interim: [] }
  const { y, ticks } = frameOf({ ...flat, target: { fiscalYear: 2027, value: 101 } }, 'wide')
  expect(y(100) - y(101)).toBeLessThan(35)
  expect(ticks.every(({ words }) => /^\d+$/.test(words))).toBe(true)
})

test('the axis begins at zero where zero is not far', () => {
  expect(frameOf({ ...waiting, target: { fiscalYear: 2027, value: 20 } }, 'wide').ticks[0]?.words).toBe('0')
  const high = points([2020, 90], [2021, 95])
  const far = { ...waiting, actuals: high, baseline: undefined, interim: [], target: undefined }
  expect(frameOf(far, 'wide').ticks[0]?.words).not.toBe('0')
})

test('large numbers are read in 万, 億 and 兆, all of an axis in the same', () => {
  expect(axisNumbers([0, 50_000, 100_000])).toEqual(['0', '5万', '10万'])
  expect(axisNumbers([0, 5e11, 1e12, 1.5e12])).toEqual(['0', '0.5兆', '1.0兆', '1.5兆'])
  expect(axisNumbers([-50, 0, 50])).toEqual(['−50', '0', '50'])
  expect(chartNumber(51_480, 0)).toBe('51,480')
  expect(chartNumber(1_150_000_000, 0)).toBe('11.5億')
})

test('a Japanese sign is as wide as the letters are high', () => {
  expect(textWidth('目標', 14)).toBe(28)
  expect(textWidth('10', 10)).toBeCloseTo(12.4)
})
