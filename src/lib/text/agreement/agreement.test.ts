import { expect, test } from 'vitest'
import { coderAgreement, type DoubleCoded, drawDoubleCoded } from './code-agreement.ts'
import { cohenKappa, type Judgement } from './cohen-kappa.ts'
import { fleissKappa, krippendorffAlpha } from './many-coders.ts'

const judgementsOf = (table: readonly (readonly number[])[]) =>
  table.flatMap((row, first) =>
    row.flatMap((count, second) => Array.from({ length: count }, (): Judgement => [`${first}`, `${second}`])),
  )

test.each([
  // κ by hand; the error by the delta method with numerical derivatives (numpy).
  [
    [
      [20, 5],
      [10, 15],
    ],
    0.4,
    0.12699606,
  ],
  [
    [
      [44, 5, 1],
      [7, 20, 3],
      [9, 5, 6],
    ],
    0.49152542,
    0.07212746,
  ],
] as [number[][], number, number][])('κ of %j is %d with error %d', (table, kappa, error) => {
  const result = cohenKappa(judgementsOf(table))
  expect(result.kappa).toBeCloseTo(kappa, 7)
  expect(result.standardError).toBeCloseTo(error, 6)
  expect(result.interval?.[0]).toBeCloseTo(kappa - 1.959964 * error, 5)
})

test('coders who always say the same have no κ, only raw agreement', () => {
  expect(cohenKappa(judgementsOf([[30]]))).toEqual({
    units: 30,
    agreement: 1,
    expected: expect.closeTo(1, 9),
  })
  expect(cohenKappa([])).toEqual({ units: 0, agreement: 0, expected: 0 })
})

test('full agreement is 1, full disagreement of two is −1', () => {
  expect(
    cohenKappa(
      judgementsOf([
        [5, 0],
        [0, 5],
      ]),
    ).kappa,
  ).toBeCloseTo(1, 12)
  expect(
    cohenKappa(
      judgementsOf([
        [0, 5],
        [5, 0],
      ]),
    ).kappa,
  ).toBeCloseTo(-1, 12)
})

test('κ does not depend on the order of units, nor on who is first', () => {
  const judgements = judgementsOf([
    [20, 5],
    [10, 15],
  ])
  const turned = judgements.map(([a, b]): Judgement => [b, a]).reverse()
  expect(cohenKappa(turned).kappa).toBeCloseTo(cohenKappa(judgements).kappa ?? 0, 12)
})

test('Fleiss’ κ of ten subjects and fourteen raters is 0.210 (example of the article in Wikipedia)', () => {
  const rows =
    '0 0 0 0 14|0 2 6 4 2|0 0 3 5 6|0 3 9 2 0|2 2 8 1 1|7 7 0 0 0|3 2 6 3 0|2 5 3 2 2|6 5 2 1 0|0 2 2 3 7'
  const result = fleissKappa(rows.split('|').map((row) => row.split(' ').map(Number)))
  expect(result.coefficient).toBeCloseTo(0.21, 3)
  expect(result.agreement).toBeCloseTo(0.378, 3)
  expect(result.expected).toBeCloseTo(0.213, 3)
  expect(() =>
    fleissKappa([
      [2, 1],
      [1, 1],
    ]),
  ).toThrow(RangeError)
})

test('Krippendorff’s α of four observers with gaps is 0.743 (Krippendorff 2011, example C)', () => {
  const observers = [
    '1 2 3 3 2 1 4 1 2 . . .',
    '1 2 3 3 2 2 4 1 2 5 . 3',
    '. 3 3 3 2 3 4 2 2 5 1 .',
    '1 2 3 3 2 4 4 1 2 5 1 .',
  ]
  const columns = observers.map((line) => line.split(' ').map((one) => (one === '.' ? undefined : one)))
  const rows = Array.from({ length: 12 }, (_, unit) => columns.map((column) => column[unit]))
  expect(krippendorffAlpha(rows).coefficient).toBeCloseTo(0.743, 3)
  expect(krippendorffAlpha([['a', undefined]])).toEqual({ units: 0, agreement: 0, expected: 0 })
  expect(krippendorffAlpha([['a', 'a']]).coefficient).toBeUndefined()
})

const unit = (id: string, first: string, second: string): DoubleCoded => ({
  id,
  first: first.split(' ').filter(Boolean),
  second: second.split(' ').filter(Boolean),
})

test('each code has its own agreement and the voices to talk about', () => {
  const { codes, pooledKappa } = coderAgreement([
    unit('3', '交通', '交通'),
    unit('1', '交通 福祉', '福祉'),
    unit('2', '', ''),
    unit('4', '福祉', '福祉'),
  ])
  expect(codes.map(({ code, agreement, kappa }) => [code, agreement, kappa])).toEqual([
    ['交通', 0.75, 0.5],
    ['福祉', 1, 1],
  ])
  expect(codes[0]).toMatchObject({ onlyFirst: ['1'], onlySecond: [], positive: 2 / 3, negative: 4 / 5 })
  expect(pooledKappa).toBeCloseTo(0.75, 12)
  expect(coderAgreement([])).toEqual({ codes: [] })
})

test('a draw for double coding is the same for the same seed and any order, and a hundred at least', () => {
  const ids = Array.from({ length: 1000 }, (_, at) => `v${at}`)
  const drawn = drawDoubleCoded(ids, { seed: 'a' })
  expect(drawn).toHaveLength(150)
  expect(drawDoubleCoded([...ids].reverse(), { seed: 'a' })).toEqual(drawn)
  expect(drawDoubleCoded(ids, { seed: 'b' })).not.toEqual(drawn)
  expect(drawDoubleCoded(ids.slice(0, 300), { seed: 'a' })).toHaveLength(100)
  expect(drawDoubleCoded(['x'], { seed: 'a' })).toEqual(['x'])
})
