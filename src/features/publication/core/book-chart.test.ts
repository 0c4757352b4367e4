import { expect, test } from 'vitest'
import { indicator as format, type Indicator } from '#src/formats/plan-indicator.ts'
import { bookChart } from './book-chart.ts'
import { chartDrawing } from './chart-drawing.ts'

const figures = (value: number) => String(value)
const point = (fiscalYear: number, value: number | null) => ({ fiscalYear, value })

const chartOf = (change: Record<string, unknown>) => {
  const indicator: Indicator = format.parse({
    id: 'in_0000000001',
    itemId: 'me_0000000001',
    name: '割合',
    kind: 'outcome',
    unit: '％',
    direction: 'increase',
    accumulation: 'point',
    source: { kind: 'survey', ref: '調査' },
    baseline: point(2025, null),
    target: null,
    ...change,
  })
  return bookChart(indicator, { figures, period: [2027, 2031] })
}

test('the baseline belongs to the line of what was measured, also in a year without an actual value', () => {
  const chart = chartOf({ baseline: point(2025, 5), actuals: [point(2023, 3), point(2026, 7)] })
  expect(chart?.line).toEqual([
    [2023, 3],
    [2025, 5],
    [2026, 7],
  ])
})

test('a restated value replaces the one before', () => {
  expect(chartOf({ actuals: [point(2023, 3), point(2023, 4)] })?.dots).toEqual([[2023, 4]])
})

test('a small change is not blown up to the height of the chart', () => {
  const [low, high] = chartOf({ actuals: [point(2023, 100), point(2024, 101)] })?.values ?? [0, 0]
  expect(high - low).toBeCloseTo(6.06)
})

test('one value alone still has an axis', () => {
  expect(chartOf({ actuals: [point(2024, 3)] })?.years).toEqual([2023, 2025])
})

test('the ground shows the years of the plan that the axis has', () => {
  expect(chartOf({ baseline: point(2025, 5), target: point(2031, 9) })?.period).toEqual([2027, 2031])
  expect(chartOf({ actuals: [point(2020, 3), point(2024, 4)] })?.period).toBeNull()
})

test('years under the axis do not touch each other; baseline and target always stand', () => {
  const chart = chartOf({
    baseline: point(2025, 5),
    target: point(2031, 9),
    interim: [2026, 2027, 2028, 2029, 2030].map((year) => point(year, 6)),
    actuals: [2021, 2022, 2023, 2024, 2025].map((year) => point(year, 4)),
  })
  const years = chart?.ticks.map(({ year }) => year) ?? []
  expect(years).toContain(2025)
  expect(years).toContain(2031)
  expect(Math.min(...years.slice(1).map((year, place) => year - (years[place] ?? 0)))).toBeGreaterThan(1)
})

test('a range is a bar with two ends, without a diamond', () => {
  const chart = chartOf({
    baseline: point(2025, 88),
    target: { fiscalYear: 2031, value: null, kind: 'range', low: 85, high: 92 },
  })
  expect(chart).toMatchObject({ target: null, range: { year: 2031, low: 85, high: 92 } })
  const drawing = chart ? chartDrawing(chart, { width: 59, height: 23 }) : ''
  expect(drawing).toContain('stroke="{colour}" stroke-width="0.5"')
})

test('nothing is drawn outside the drawing', () => {
  const chart = chartOf({
    baseline: point(2025, -5),
    target: point(2031, 900),
    interim: [point(2029, 300)],
    actuals: [point(2015, -70), point(2024, -10)],
  })
  const drawing = chart ? chartDrawing(chart, { width: 59, height: 23 }) : ''
  const places = [...drawing.matchAll(/<(?:circle|text)[^>]*? (?:cx|x)="([^"]+)" (?:cy|y)="([^"]+)"/g)]
  expect(places.length).toBeGreaterThan(5)
  for (const [, x, y] of places) {
    expect(Number(x)).toBeGreaterThanOrEqual(0)
    expect(Number(x)).toBeLessThanOrEqual(59)
    expect(Number(y)).toBeGreaterThanOrEqual(0)
    expect(Number(y)).toBeLessThanOrEqual(23)
  }
})
