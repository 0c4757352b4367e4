import { expect, test } from 'vitest'
import { inventedSurvey } from '#test/statistics/invented-survey.ts'
import { seededRandom, wholeBelow } from '#test/statistics/random.ts'
import { crossShares } from './cross-shares.ts'
import {
  bannerOf,
  cellOf,
  columnBase,
  crossTabulate,
  crossTabulateMultiple,
  totalColumn,
} from './cross-tabulate.ts'
import { percentWords, weightedPercentWords } from './percent-words.ts'
import { scoreValues } from './score.ts'
import { tabulateMultiple, tabulateSingle } from './tabulate.ts'

test('the four kinds of missing are counted apart, and every base leaves out its own', () => {
  const answers = { codes: Int8Array.of(0, 1, 2, -1, -2, -3, 1), count: 3 }
  const { missing, bases } = tabulateSingle(answers, { dontKnow: [2] })
  expect([missing['no-answer'].count, missing.invalid.count, missing['not-applicable'].count]).toEqual([
    1, 1, 1,
  ])
  expect([bases.all.count, bases.asked.count, bases.answered.count, bases.opinion.count]).toEqual([
    7, 6, 4, 3,
  ])
})

/** tiny.multi of example-checks.json: ABC, A, C and nothing. */
const marked = [Int8Array.of(1, 1, 0, 0), Int8Array.of(1, 0, 0, 0), Int8Array.of(1, 0, 1, 0)]

test('several answers are counted by option, not by combination; nothing marked is no answer', () => {
  const { options, missing, bases } = tabulateMultiple(marked)
  expect(options.map(({ count }) => count)).toEqual([2, 1, 2])
  expect([bases.asked.count, bases.answered.count, missing['no-answer'].count]).toEqual([4, 3, 1])
  expect(options.map(({ count }) => percentWords(count, bases.answered.count))).toEqual([
    '66.7',
    '33.3',
    '66.7',
  ])
  expect(options.reduce((sum, { count }) => sum + (100 * count) / bases.asked.count, 0)).toBe(125)
})

test('a cross table of several answers divides by respondents', () => {
  const banner = { codes: Int8Array.of(0, 0, 1, -1), count: 2 }
  const table = crossTabulateMultiple(marked, banner)
  expect([0, 1, 2].map((option) => cellOf(table, option, 0).count)).toEqual([2, 1, 1])
  expect([0, 1, 2].map((column) => columnBase(table, column, { base: 'asked' }).count)).toEqual([2, 1, 1])
  expect(columnBase(table, 2, { base: 'answered' }).count).toBe(0)
  expect([...crossShares(table, { of: 'column' })].slice(0, 3)).toEqual([1, 0, 0])
})

test('one decimal, half up on the exact ratio', () => {
  const words = [
    [1, 8],
    [1, 16],
    [67, 2000],
    [0, 50],
    [1, 4000],
    [1, 1],
  ].map(([count = 0, base = 0]) => percentWords(count, base))
  expect(words).toEqual(['12.5', '6.3', '3.4', '-', '0.0', '100.0'])
  expect(weightedPercentWords(0.0625)).toBe('6.3')
  expect(weightedPercentWords(0.10049999999999999)).toBe('10.1')
  expect(() => percentWords(1.5, 3)).toThrow(RangeError)
})

test('a simple tabulation is the margin of every cross table, weighted or not, at any depth', () => {
  const { design, district, age, item } = inventedSurvey()
  const answers = item('q03')
  const holed = { codes: district.codes.map((code, row) => (row % 7 === 0 ? -1 : code)), count: 3 }
  const simple = tabulateSingle(answers, { weights: design.weights })
  for (const banner of [district, holed, bannerOf([district, age]), bannerOf([holed, age, item('q01')])]) {
    const whole = totalColumn(crossTabulate(answers, banner, { weights: design.weights }))
    for (const [option, { count, weight }] of simple.options.entries()) {
      expect(cellOf(whole, option, 0).count).toBe(count)
      expect(cellOf(whole, option, 0).weight).toBeCloseTo(weight, 8)
    }
    expect(cellOf(whole, -1, 0).count).toBe(simple.missing['no-answer'].count)
    expect(columnBase(whole, 0, { base: 'asked' }).count).toBe(simple.bases.asked.count)
  }
})

test('shares of columns, of lines and of the whole', () => {
  const answers = { codes: Int8Array.of(0, 0, 1, 1), count: 2 }
  const banner = { codes: Int8Array.of(0, 1, 1, 1), count: 2 }
  const table = crossTabulate(answers, banner)
  const rounded = (of: 'column' | 'line' | 'total') => [...crossShares(table, { of })].slice(0, 2)
  expect(rounded('column')).toEqual([1, 1 / 3])
  expect(rounded('line')).toEqual([0.5, 0.5])
  expect(rounded('total')).toEqual([0.25, 0.25])
  expect(crossShares(table, { of: 'column' })[2]).toBeNaN()
})

test('a domain counts only its rows', () => {
  const answers = { codes: Int8Array.of(0, 0, 1), count: 2 }
  const domain = Uint8Array.of(1, 0, 1)
  const table = crossTabulate(answers, { codes: new Int8Array(3), count: 1 }, { domain })
  expect([cellOf(table, 0, 0), cellOf(table, 1, 0)]).toEqual([
    { count: 1, weight: 1 },
    { count: 1, weight: 1 },
  ])
  expect(tabulateSingle(answers, { domain }).bases.all.count).toBe(2)
})

test('scores: わからない has no points and is out of “valid”, but in “all”', () => {
  const answers = { codes: Int8Array.of(0, 1, 2, -1, -3), count: 3 }
  const points = [2, -1, undefined]
  const values = (variant: 'valid' | 'all' | 'top-minus-bottom' | 'top') => [
    ...scoreValues(answers, { points, variant }),
  ]
  expect(values('valid')).toEqual([2, -1, Number.NaN, Number.NaN, Number.NaN])
  expect(values('all')).toEqual([2, -1, 0, 0, Number.NaN])
  expect(values('top-minus-bottom').slice(0, 2)).toEqual([100, -100])
  expect(values('top').slice(0, 2)).toEqual([100, 0])
})

test('few different weights are counted in whole numbers by class; the sums are those of every row', () => {
  const random = seededRandom(11)
  const rows = 9000
  const codes = Int8Array.from({ length: rows }, () => wholeBelow(random, 6) - 1)
  const places = Int8Array.from({ length: rows }, () => wholeBelow(random, 4) - 1)
  const weights = Float64Array.from({ length: rows }, () => [0, 0.7, 1 / 3, 12.5][wholeBelow(random, 4)] ?? 1)
  const domain = Uint8Array.from({ length: rows }, () => wholeBelow(random, 2))
  for (const inside of [undefined, domain]) {
    const table = crossTabulate(
      { codes, count: 5 },
      { codes: places, count: 3 },
      { weights, ...(inside ? { domain: inside } : {}) },
    )
    for (let line = -1; line < 5; line++)
      for (let column = 0; column < 4; column++) {
        const at = [...codes.keys()].filter(
          (row) =>
            codes[row] === line && (places[row] ?? 0) === (column === 3 ? -1 : column) && inside?.[row] !== 0,
        )
        const cell = cellOf(table, line, column)
        expect(cell.count).toBe(at.length)
        expect(cell.weight).toBeCloseTo(
          at.reduce((sum, row) => sum + (weights[row] ?? 0), 0),
          8,
        )
      }
  }
})
