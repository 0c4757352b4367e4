import { expect, test } from 'vitest'
import { oneCity } from '#test/demography/ipss-2018.ts'
import { changeRatios } from './hamilton-perry.ts'
import { temperedRatios } from './tempered-ratios.ts'

const ages = { width: 5, openFrom: 90 } as const
const { published } = oneCity()
const pair = (from: number) => ({
  earlier: published[from] ?? { M: [], F: [] },
  later: published[from + 5] ?? { M: [], F: [] },
})
const around = pair(2040)
const plain = (from: number) => changeRatios([pair(from)], ages)

test('without damping and shrinkage one period gives the plain ratios', () => {
  const ratios = temperedRatios([{ own: pair(2015), around }], ages, { weights: [1], damping: 1, kappa: 0 })
  for (const [move, ratio] of plain(2015).F.entries()) expect(ratios.F[move]).toBeCloseTo(ratio, 12)
})

test('full damping gives the ratios of the area around', () => {
  const ratios = temperedRatios([{ own: pair(2015), around }], ages, { weights: [1], damping: 0, kappa: 0 })
  expect(ratios.M).toEqual(changeRatios([around], ages).M)
})

test('differences to the area around are averaged over the periods by weight', () => {
  const periods = [2025, 2020].map((from) => ({ own: pair(from), around }))
  const { F } = temperedRatios(periods, ages, { weights: [0.75, 0.25], damping: 1, kappa: 0 })
  expect(F[6]).toBeCloseTo(0.75 * (plain(2025).F[6] ?? 0) + 0.25 * (plain(2020).F[6] ?? 0), 12)
  expect(() => temperedRatios([], ages)).toThrow(RangeError)
})
