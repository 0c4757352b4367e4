import { expect, test } from 'vitest'
import { type RateRow, ratesInYear, rateTableProblem } from './rate-table.ts'

const ages = { width: 5, openFrom: 90 } as const
const row = (year: number, sex: 'M' | 'F', from: number, to: number | undefined, ...rates: number[]) => ({
  ...{ year, sex, from, rates },
  ...(to === undefined ? {} : { to }),
})
const whole: RateRow[] = [2020, 2040].flatMap((year) =>
  (['M', 'F'] as const).flatMap((sex) => [
    row(year, sex, 15, 65, year === 2020 ? 0.2 : 0.4),
    row(year, sex, 65, undefined, 0.6),
  ]),
)

test('a rate holds for all groups of its ages, moves in a straight line, and stays outside its years', () => {
  const at = (year: number) => ratesInYear(whole, { ages, year, column: 0 })
  expect(at(2020).M.slice(0, 5)).toEqual([0, 0, 0, 0.2, 0.2])
  expect(at(2030).F[12]).toBeCloseTo(0.3, 12)
  expect(at(2030).F.slice(13)).toEqual(Array(6).fill(0.6))
  expect(at(2000)).toEqual(at(2020))
  expect(at(2100)).toEqual(at(2040))
})

test('single years of age take the rate of the group they are in', () => {
  const { M } = ratesInYear(whole, { ages: { width: 1, openFrom: 100 }, year: 2020, column: 0 })
  expect([M[14], M[15], M[64], M[65], M[100]]).toEqual([0, 0.2, 0.2, 0.6, 0.6])
})

test('a group without a row, with two, or cut by the ages of a row is named', () => {
  const problem = (rows: RateRow[]) => rateTableProblem(rows, { ages, youngest: 15 })
  expect(problem(whole)).toBeUndefined()
  expect(problem(whole.slice(1))).toBe('2020年・男・15～19歳の行がありません')
  expect(problem([...whole, row(2040, 'F', 85, 90, 0.1)])).toBe('2040年・女・85～89歳の行が2つあります')
  expect(problem(whole.map((one) => (one.from === 65 ? { ...one, to: 90 } : one)))).toBe(
    '2020年・男・90歳以上の行がありません',
  )
  expect(problem(whole.map((one) => (one.to === 65 ? { ...one, to: 63 } : one)))).toContain('60～64歳')
})
