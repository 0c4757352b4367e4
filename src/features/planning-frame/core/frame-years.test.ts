import { expect, test } from 'vitest'
import { inputsOf, oneCity } from '#test/demography/ipss-2018.ts'
import { noAssumptions } from './assumptions.ts'
import { type FramePopulation, frameYears, personsOfAges, residentsMeant } from './frame-years.ts'
import { runScenario } from './run-scenario.ts'

const inputs = inputsOf(oneCity(), 'life-table-and-rates')
const assumptions = { ...noAssumptions, households: { size: 2.5, change: 0, floor: 1 } }
const years = frameYears(runScenario({ inputs, assumptions, seed: 1 }))
const frame: Pick<FramePopulation, 'ages'> = { ages: inputs.ages }

test('every year has its residents; between two states they lie on the straight line', () => {
  expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 31 }, (_, at) => 2015 + at))
  const [from, to] = [years[5], years[10]]
  expect(from?.isState).toBe(true)
  expect(years[7]).toMatchObject({ year: 2022, isState: false, workers: undefined })
  expect(years[7]?.total).toBeCloseTo((from?.total ?? 0) * 0.6 + (to?.total ?? 0) * 0.4, 6)
  expect(years[7]?.households).toBeCloseTo((years[7]?.total ?? 0) / 2.5, -1)
  for (const { total, child, workingAge, elderly } of years) {
    expect(child + workingAge + elderly).toBeCloseTo(total, 6)
  }
})

test('any group of ages is told where the groups of the frame allow it', () => {
  const [first] = years
  if (!first) throw new RangeError('no years')
  expect(personsOfAges(frame, first, { from: 65 })).toBeCloseTo(first.elderly, 9)
  expect(personsOfAges(frame, first, { from: 75, to: 85 })).toBeGreaterThan(1000)
  expect(personsOfAges(frame, first, { from: 95 })).toBeUndefined()
})

test('the words of a denominator are read where they mean residents', () => {
  expect(residentsMeant('人口')).toEqual({ from: 0 })
  expect(residentsMeant('市の総人口')).toEqual({ from: 0 })
  expect(residentsMeant('65歳以上の人口')).toEqual({ from: 65 })
  expect(residentsMeant('７５〜８４歳の人口')).toEqual({ from: 75, to: 85 })
  expect(residentsMeant('15歳未満人口')).toEqual({ from: 0, to: 15 })
  expect(residentsMeant('20～39歳の女性人口')).toEqual({ from: 20, to: 40, sexes: 'F' })
  expect(residentsMeant('生産年齢人口')).toMatchObject({ from: 15, to: 65 })
  expect(residentsMeant('40〜74歳の加入者数')).toBeUndefined()
  expect(residentsMeant('救急車で運ばれた市民の数')).toBeUndefined()
})
