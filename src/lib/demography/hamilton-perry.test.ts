import { expect, test } from 'vitest'
import { oneCity } from '#test/demography/ipss-2018.ts'
import { projectByCohortComponent } from './cohort-component.ts'
import { changeInputs, changeRatios } from './hamilton-perry.ts'

const ages = { width: 5, openFrom: 90 } as const
const { published } = oneCity()
const pair = { earlier: published['2015'] ?? { M: [], F: [] }, later: published['2020'] ?? { M: [], F: [] } }

test('ratios applied to the earlier count give the later one', () => {
  const ratios = changeRatios([pair], ages)
  const inputs = changeInputs({
    area: { code: '08235', name: 'つくばみらい市', level: 'municipality' },
    basis: 'census-adjusted',
    baseDate: '2015-10-01',
    ages,
    base: pair.earlier,
    ratios,
    until: 2020,
  })
  const later = projectByCohortComponent(inputs).population['2020']
  for (const [at, persons] of pair.later.F.entries()) expect(later?.F[at]).toBeCloseTo(persons, 8)
  for (const [at, persons] of pair.later.M.entries()) expect(later?.M[at]).toBeCloseTo(persons, 8)
})

const emptied = { ...pair, earlier: { ...pair.earlier, M: pair.earlier.M.with(3, 0) } }

test('a cell where nobody was takes the ratio of the area around, which is told', () => {
  const parent = changeRatios([pair], ages)
  const ratios = changeRatios([emptied], ages, { parent })
  expect(ratios.M[4]).toBe(parent.M[4])
  expect(ratios.flags.map(({ path }) => path)).toEqual(['M.4'])
  expect(() => changeRatios([emptied], ages)).toThrow('周辺地域の率が必要です')
})

test('shrinkage draws small cells towards the area around: half way at kappa persons', () => {
  const parent = { ...changeRatios([pair], ages), M: Array(19).fill(1) }
  const own = changeRatios([pair], ages).M[5] ?? 0
  const kappa = pair.earlier.M[4] ?? 0
  expect(changeRatios([pair], ages, { parent, kappa }).M[5]).toBeCloseTo((own + 1) / 2, 12)
})

test('ratios can be kept in a band', () => {
  const { M } = changeRatios([pair], ages, { band: [0.9, 1.05] })
  expect(Math.min(...M)).toBe(0.9)
  expect(Math.max(...M)).toBe(1.05)
})
