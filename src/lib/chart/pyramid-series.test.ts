import { expect, test } from 'vitest'
import { fiveYearGroups, pyramidSeries } from './pyramid-series.ts'

const ages = { width: 1, openFrom: 100 } as const
const state = { M: new Array<number>(101).fill(1), F: new Array<number>(101).fill(2) }

test('single years are drawn as groups of five', () => {
  const { labels, M } = fiveYearGroups(state, ages)
  expect(labels.at(-1)).toBe('100歳以上')
  expect([M[0], M.at(-1), M.length]).toEqual([5, 1, 21])
})

test('a later year is drawn beside the first, the first alone', () => {
  const course = { years: [2020, 2025], population: { 2020: state, 2025: state }, ages }
  expect(pyramidSeries(course, 2025).outline?.M[0]).toBe(5)
  expect(pyramidSeries(course, 2025).description).toBe(
    '2025年は、0～4歳がいちばん多く、15人です。線は2020年です。',
  )
  expect(pyramidSeries(course, 2020).outline).toBeUndefined()
  expect(() => pyramidSeries(course, 2030)).toThrow(RangeError)
})
