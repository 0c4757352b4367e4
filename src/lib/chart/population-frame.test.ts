import { expect, test } from 'vitest'
import { type PopulationSeries, populationFrame } from './population-frame.ts'

const line = (name: string, last: number) => ({
  name,
  points: [
    { year: 2020, persons: 50_000 },
    { year: 2050, persons: last },
  ],
})
const series: PopulationSeries = {
  title: '人口',
  description: '',
  history: [{ year: 2015, persons: 49_000 }],
  lines: [line('い', 52_000), line('ろ', 52_010), line('は', 51_990)],
}

test('names at the ends of lines that meet do not lie on one another', () => {
  const { labels } = populationFrame(series, 'wide')
  const places = labels.map(({ y }) => y).sort((a, b) => a - b)
  for (const [at, place] of places.slice(1).entries()) {
    expect(place - (places[at] ?? 0)).toBeGreaterThanOrEqual(18)
  }
})

test('more people stand higher, later years further right, and all inside the drawing', () => {
  const { x, y, left, right } = populationFrame(series, 'narrow')
  expect(y(52_000)).toBeLessThan(y(49_000))
  expect(x(2050)).toBeGreaterThan(x(2015))
  expect(x(2015)).toBeGreaterThanOrEqual(left)
  expect(x(2050)).toBeLessThanOrEqual(right)
})

test('a long name leaves room for the drawing', () => {
  const name = 'とても長い名前のケースで図の右の端に収まりきらないもの'
  const { right, labels } = populationFrame({ ...series, lines: [line(name, 52_000)] }, 'wide')
  expect(right).toBeGreaterThan(500)
  expect(labels[0]?.words).toBe('とても長い名前のケースで図の右… 52,000')
})
