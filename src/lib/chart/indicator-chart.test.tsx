import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { ChartSize } from './chart-frame.ts'
import { IndicatorChart } from './indicator-chart.tsx'
import { type IndicatorSeries, wayToTarget } from './indicator-series.ts'
import { TrendLine } from './trend-line.tsx'

const points = (...pairs: [number, number][]) => pairs.map(([fiscalYear, value]) => ({ fiscalYear, value }))

const waiting: IndicatorSeries = {
  name: '待機児童数',
  unit: '人',
  decimals: 0,
  actuals: points([2018, 31], [2020, 25], [2021, 18]),
  baseline: { fiscalYear: 2021, value: 18 },
  interim: points([2025, 8]),
  target: { fiscalYear: 2027, value: 0 },
  range: undefined,
  period: [2023, 2027],
}
const draw = (series: IndicatorSeries, size: ChartSize = 'wide', id = 'a') =>
  renderToString(<IndicatorChart series={series} size={size} id={id} description="減った。" />)

test('title and description are tied to the picture by names of its own', () => {
  expect(draw(waiting, 'wide', 'w')).toContain(
    'aria-labelledby="wt wd"><title id="wt">待機児童数の推移と目標</title>',
  )
  expect(draw(waiting, 'wide', 'w')).toContain('<desc id="wd">減った。</desc>')
})

test('actual values are one solid line, the way to the target is dotted, wishes are diamonds', () => {
  const drawing = draw(waiting, 'small')
  expect(drawing.match(/<polyline/g)).toHaveLength(2)
  expect(drawing).toMatch(/stroke="#ac3e00" stroke-width="2" stroke-dasharray="2 5"/)
  expect(drawing.match(/l5 5-5 5-5-5z/g)).toHaveLength(2)
})

test('a range to keep is a bracket, and the way leads to its nearer end', () => {
  const kept = { ...waiting, target: undefined, range: { fiscalYear: 2027, low: 10, high: 15 } }
  expect(wayToTarget(kept).at(-1)).toEqual({ fiscalYear: 2027, value: 10 })
  expect(wayToTarget({ ...kept, interim: [] }).at(-1)).toEqual({ fiscalYear: 2027, value: 15 })
  expect(draw(kept)).toMatch(/M[\d.]+ [\d.]+h14m-7 0V[\d.]+m-7 0h14/)
})

test('what was wished for before the start is no way to go', () => {
  expect(wayToTarget({ ...waiting, target: { fiscalYear: 2019, value: 3 } })).toEqual([
    { fiscalYear: 2021, value: 18 },
    { fiscalYear: 2025, value: 8 },
  ])
})

test('nothing to draw gives no picture', () => {
  const nothing = { ...waiting, actuals: [], baseline: undefined, interim: [], target: undefined }
  expect(draw(nothing)).toBe('')
  expect(renderToString(<TrendLine series={nothing} />)).toBe('')
})

test('letters are at least 12 px high in every drawing', () => {
  for (const size of ['small', 'wide', 'narrow'] as const) {
    const sizes = [...draw(waiting, size).matchAll(/font-size="([\d.]+)"/g)].map(([, px]) => Number(px))
    expect(sizes.length).toBeGreaterThan(1)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12)
  }
})

/** Numbers between 0 and 1, always the same ones (Lehmer's generator, modulus 2³¹−1, multiplier 48271). */
function* chance(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647
    yield state / 2_147_483_647
  }
}

test('no series, however odd, gives a number that is none, a mark outside, or the same picture differently', () => {
  const random = chance(20_261_124)
  const next = () => random.next().value
  const oddValue = () => {
    const exponent = Math.floor(next() * 24) - 6
    return next() < 0.15 ? 0 : (next() - 0.4) * 10 ** exponent
  }
  const oddYear = () => (next() < 0.1 ? 1868 + Math.floor(next() * 330) : 2010 + Math.floor(next() * 20))
  const oddPoint = () => ({ fiscalYear: oddYear(), value: oddValue() })
  const oddPoints = () =>
    Array.from({ length: Math.floor(next() * 6) }, oddPoint).sort((a, b) => a.fiscalYear - b.fiscalYear)
  const ends = () => [oddValue(), oddValue()].sort((a, b) => a - b) as [number, number]
  for (let round = 0; round < 400; round += 1) {
    const [low, high] = ends()
    const series: IndicatorSeries = {
      ...waiting,
      unit: next() < 0.1 ? '' : '人',
      decimals: Math.floor(next() * 3),
      actuals: oddPoints(),
      baseline: next() < 0.3 ? undefined : oddPoint(),
      interim: oddPoints(),
      target: next() < 0.3 ? undefined : oddPoint(),
      range: next() < 0.3 ? { fiscalYear: oddYear(), low, high } : undefined,
      period: next() < 0.1 ? [2027, 2023] : [2023, 2027],
    }
    for (const size of ['small', 'wide', 'narrow'] as const) {
      const drawing = draw(series, size)
      expect(drawing).not.toMatch(/NaN|Infinity|undefined|e[+-]\d/)
      expect(drawing).toBe(draw(series, size))
      for (const [, y] of drawing.matchAll(/ c?y1?="(-?[\d.]+)"/g)) {
        expect(Number(y)).toBeGreaterThanOrEqual(0)
        expect(Number(y)).toBeLessThanOrEqual(380)
      }
    }
    expect(renderToString(<TrendLine series={series} />)).not.toMatch(/NaN|Infinity|undefined/)
  }
})
