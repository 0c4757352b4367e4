import { expect, test } from 'vitest'
import { ageItem } from '#src/features/statistics/core/readers/age-items.ts'
import type { Series } from '#src/features/statistics/core/series.ts'
import { countsFromStatistics } from './statistics-counts.ts'

const closed = Array.from({ length: 19 }, (_, at) => `${at * 5}-${at * 5 + 4}`)
const credits = new Map([
  ['old', '昔の国勢調査'],
  ['new', '新しい国勢調査'],
])

type Value = Series['points'][number]['value']

const seriesOf = (
  datasetId: string,
  { time, groups }: { time: string; groups: Readonly<Record<string, Value>> },
): Series[] =>
  (['M', 'F'] as const).flatMap((sex) =>
    Object.entries(groups).map(([age, value]) => ({
      ...({ datasetId, item: ageItem('census', sex, age) } as Series),
      points: [{ time, value, importNumber: 1 } as unknown as Series['points'][number]],
    })),
  )

const ten = (labels: readonly string[]) => Object.fromEntries(labels.map((label) => [label, 10]))

test('each census is read from the data set that has it, groups beyond 90 summed, unknown ages distributed', () => {
  const older = { ...ten(closed.slice(0, 18)), '90+': 5 }
  const newer = { ...ten(closed), '95-99': 4, '100+': 1, unknown: 39 }
  const series = [
    ...seriesOf('old', { time: '2015', groups: older }),
    ...seriesOf('new', { time: '2020', groups: newer }),
  ]
  const counts = countsFromStatistics({ series }, credits)
  expect(counts.map(({ year, source }) => [year, source])).toEqual([
    [2015, '昔の国勢調査'],
    [2020, '新しい国勢調査（年齢不詳78人を按分）'],
  ])
  expect(counts[0]?.ages?.M.at(-1)).toBe(5)
  expect(counts[1]?.ages?.M.at(-1)).toBeCloseTo(15 * (234 / 195), 9)
})

test('a dash is nobody only where the groups add up to the total', () => {
  const groups = { ...ten(closed), '95-99': 4, '100+': 'not-applicable' as const }
  const read = (total: number) =>
    countsFromStatistics({ series: seriesOf('new', { time: '2020', groups: { ...groups, total } }) }, credits)
  expect(read(194)[0]?.ages?.F.at(-1)).toBe(14)
  expect(read(195)).toEqual([])
})
