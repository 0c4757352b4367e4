import { expect, test } from 'vitest'
import type { Estimate } from '#src/lib/statistics/estimate/estimate.ts'
import type { PublishedTable } from './publication-format.ts'
import { publishedWaves } from './publish-waves.ts'
import type { WaveItem } from './wave-items.ts'
import type { WaveLine } from './waves.ts'

const estimate = (value: number): Estimate => ({
  estimate: value,
  standardError: 0.02,
  degreesOfFreedom: 90,
  answers: 100,
  weightSum: 100,
  effectiveAnswers: 100,
})
const item: WaveItem = {
  key: 'q1',
  earlierColumn: 'p1',
  number: '問1',
  label: '住みよい',
  wording: { before: 'はい／いいえ', after: 'はい／いいえ' },
  isSame: true,
  isRanking: false,
}
const line = (answer: string, measure: WaveLine['measure']): WaveLine => ({
  key: 'q1',
  number: '問1',
  label: '住みよい',
  measure,
  answer,
  comparability: 'comparable',
  before: estimate(0.5),
  after: estimate(0.6),
  change: {
    difference: 0.1,
    standardError: 0.03,
    degreesOfFreedom: 180,
    statistic: 3.3,
    p: 0.001,
    adjustedP: 0.002,
    interval: { low: 0.04, high: 0.16, level: 0.95 },
    mark: 'up',
  },
})
const table = (key: string, counts: readonly (number | null)[]): PublishedTable => ({
  key,
  kind: 'single',
  number: '問1',
  text: '',
  item: '',
  banner: '',
  columns: [{ label: '全体', base: 100 }],
  lines: ['はい', 'いいえ', '無回答'].map((label, at) => {
    const count = counts[at] ?? null
    return { label, counts: [count], shares: [count === null ? null : count / 100], ends: null }
  }),
})
const compared = (before: PublishedTable[], after: PublishedTable[], isRanking = false) =>
  publishedWaves(
    {
      earlierId: 'sv_bbbbbbbbbb',
      earlier: { title: '前回', tables: before, dataHash: 'x' },
      items: [{ ...item, isRanking }],
      judgements: {},
      lines: isRanking
        ? { scores: [], shares: [], firsts: [line('はい', 'first')], places: [line('はい', 'place')] }
        : {
            scores: [line('', 'score')],
            shares: [line('はい', 'share'), line('いいえ', 'share')],
            firsts: [],
            places: [],
          },
      notes: [],
    },
    after,
  )
const shown = (waves: ReturnType<typeof compared>) => waves?.items[0]?.lines.map(({ answer }) => answer)

test('what both surveys show is compared, with its test', () => {
  const waves = compared([table('p1', [50, 45, 5])], [table('q1', [60, 34, 6])])
  expect(shown(waves)).toEqual(['', 'はい', 'いいえ'])
  expect(waves?.items[0]?.lines[1]).toEqual({
    measure: 'share',
    answer: 'はい',
    before: { estimate: 0.5, answers: 100 },
    after: { estimate: 0.6, answers: 100 },
    change: { interval: { low: 0.04, high: 0.16 }, adjustedP: 0.002, mark: 'up' },
  })
})

test('a share hidden in one of the two is not compared, and then neither is the score', () => {
  expect(shown(compared([table('p1', [50, null, null])], [table('q1', [60, 34, 6])]))).toEqual(['はい'])
  expect(shown(compared([table('p1', [50, 45, 5])], [table('q1', [60, null, null])]))).toEqual(['はい'])
})

test('an item only one of the two published is not compared at all', () => {
  expect(compared([], [table('q1', [60, 34, 6])])).toBeUndefined()
})

test('of a ranking the first places and the mean are compared where both publications show them', () => {
  const ranked = (key: string, { mean = 1.5 as number | null, first = 40 as number | null } = {}) => {
    const any = table(key, [60, 30, 5])
    const lines = any.lines.map((one) => ({ ...one, meanPlace: mean }))
    return [table(`${key}~1`, [first, 30, 5]), { ...any, kind: 'ranking' as const, lines }]
  }
  const measures = (waves: ReturnType<typeof compared>) =>
    waves?.items[0]?.lines.map(({ measure }) => measure)
  expect(measures(compared(ranked('p1'), ranked('q1'), true))).toEqual(['first', 'place'])
  expect(measures(compared(ranked('p1', { mean: null }), ranked('q1'), true))).toEqual(['first'])
  expect(measures(compared(ranked('p1'), ranked('q1', { first: null }), true))).toEqual(['place'])
  expect(compared(ranked('p1').slice(1), ranked('q1'), true)).toBeUndefined()
})
