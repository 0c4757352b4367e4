import { expect, test } from 'vitest'
import { lastStateByTheBook } from '#test/demography/by-the-book.ts'
import { allShapes, inventedInputs } from '#test/demography/invented-inputs.ts'
import { projectByCohortComponent, type StateBySex } from './cohort-component.ts'
import type { AgeValues, ProjectionInputs } from './projection-inputs.ts'

const total = ({ M, F }: AgeValues) => [...M, ...F].reduce((sum, persons) => sum + persons, 0)
const last = (inputs: ProjectionInputs): StateBySex =>
  Object.values(projectByCohortComponent(inputs).population).at(-1) ?? { M: [], F: [] }
const shapes = allShapes()
const multiplied = (values: AgeValues, by: number) => ({
  M: values.M.map((value) => value * by),
  F: values.F.map((value) => value * by),
})

test('people are neither made nor lost except by births, deaths and moves, in every convention', () => {
  for (const shape of shapes) {
    const { population, years, births, formed, deaths, netMigration, additions } = projectByCohortComponent(
      inventedInputs(shape),
    )
    for (const [at, to] of years.slice(1).entries()) {
      const born = births?.[at]?.total ?? formed?.[at]?.total ?? Number.NaN
      const moved = (netMigration[at]?.total ?? Number.NaN) + (additions[at]?.total ?? Number.NaN)
      const start = population[String(years[at])] as StateBySex
      // With a child–woman ratio the account begins after birth: the old group 0 has left, the new one is
      // formed.
      const explained = total(start) + born - (deaths[at]?.total ?? Number.NaN) + moved
      expect(total(population[String(to)] as StateBySex) / explained).toBeCloseTo(1, 12)
    }
  }
})

test('the formulas, word by word, give the same in every convention', () => {
  for (const shape of shapes) {
    const inputs = inventedInputs(shape)
    const [ours, theirs] = [last(inputs), lastStateByTheBook(inputs)]
    for (const sex of ['M', 'F'] as const) {
      for (const [group, persons] of theirs[sex].entries()) {
        expect((ours[sex][group] ?? Number.NaN) / persons, JSON.stringify({ shape, sex, group })).toBeCloseTo(
          1,
          11,
        )
      }
    }
  }
})

test('nobody is negative in any convention', () => {
  for (const shape of shapes) {
    const { M, F } = last(inventedInputs(shape))
    expect(Math.min(...M, ...F)).toBeGreaterThanOrEqual(0)
  }
})

test('twice the residents give twice the result where migration is by rates', () => {
  for (const shape of shapes) {
    if (shape.additions || !['none', 'net-rate', 'net-proportion'].includes(shape.migration ?? '')) continue
    const inputs = inventedInputs(shape)
    const doubled = last({ ...inputs, base: multiplied(inputs.base, 2) })
    expect(total(doubled) / total(last(inputs))).toBeCloseTo(2, 12)
  }
})

test('the results of two parts of a town add up to that of the town', () => {
  const inputs = inventedInputs({ fertility: 'asfr', migration: 'net-proportion' })
  const [small, large] = [0.3, 0.7].map((part) => last({ ...inputs, base: multiplied(inputs.base, part) }))
  const whole = last(inputs)
  for (const [at, persons] of whole.F.entries()) {
    expect(((small?.F[at] ?? 0) + (large?.F[at] ?? 0)) / persons).toBeCloseTo(1, 12)
  }
})

const stillLife = (inputs: ProjectionInputs, openGroup: 'pooled' | 'split'): ProjectionInputs => ({
  ...inputs,
  periods: inputs.periods.map((period) => {
    const ones = Array(inputs.base.M.length + (openGroup === 'split' ? 1 : 0)).fill(1)
    const cwr = { kind: 'cwr', cwr: 0, women: [15, 49], sexRatio04: 1.05 } as const
    return {
      ...period,
      openGroup,
      survival: { M: ones, F: ones },
      migration: { kind: 'none' },
      fertility: cwr,
    }
  }),
})

test('without births, deaths and moves everybody only grows older', () => {
  const inputs = inventedInputs({ steps: 2 })
  for (const openGroup of ['pooled', 'split'] as const) {
    const { M } = last(stillLife(inputs, openGroup))
    const before = inputs.base.M
    expect(M.slice(0, 3)).toEqual([0, 0, before[0]])
    expect(M.at(-1)).toBeCloseTo((before[16] ?? 0) + (before[17] ?? 0) + (before[18] ?? 0), 9)
  }
})

test('a split open group with equal ratios is a pooled one', () => {
  for (const migration of ['none', 'net-count', 'net-proportion'] as const) {
    const pooled = inventedInputs({ migration, fertility: 'asfr' })
    const split: ProjectionInputs = {
      ...pooled,
      periods: pooled.periods.map((period) => ({
        ...period,
        openGroup: 'split',
        survival: {
          M: [...period.survival.M, period.survival.M.at(-1) ?? 0],
          F: [...period.survival.F, period.survival.F.at(-1) ?? 0],
        },
      })),
    }
    expect(total(last(split))).toBeCloseTo(total(last(pooled)), 8)
  }
})

test('half of the movers meet the mortality of half the step: the two timings differ by that', () => {
  const [half, end] = (['half', 'end'] as const).map((timing) =>
    inventedInputs({ migration: 'net-count', timing, steps: 1 }),
  ) as [ProjectionInputs, ProjectionInputs]
  const period = half.periods[0]
  if (period?.migration.kind !== 'net-count') throw new RangeError('invented otherwise')
  const { survival, migration } = period
  const expected = ((migration.F[3] ?? 0) / 2) * (survival.F[4] ?? 0) - (migration.F[4] ?? 0) / 2
  expect((last(half).F[4] ?? 0) - (last(end).F[4] ?? 0)).toBeCloseTo(expected, 9)
})

test('a total fertility rate with its shape is the same as the rates it stands for', () => {
  const byTotal = inventedInputs({ fertility: 'tfr', steps: 1 })
  const [period] = byTotal.periods
  if (period?.fertility.kind !== 'tfr') throw new RangeError('invented otherwise')
  const { tfr, shape, srb, exposure } = period.fertility
  const asfr = shape.map((share) => (tfr * share) / 5)
  const byRates = {
    ...byTotal,
    periods: [{ ...period, fertility: { kind: 'asfr', asfr, srb, exposure } as const }],
  }
  expect(last(byTotal)).toEqual(last(byRates))
})
