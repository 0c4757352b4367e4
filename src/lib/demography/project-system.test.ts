import { expect, test } from 'vitest'
import { inventedInputs, type Shape } from '#test/demography/invented-inputs.ts'
import { type ProjectionResult, projectByCohortComponent } from './cohort-component.ts'
import { projectSystem } from './project-system.ts'
import type { AgeValues, ProjectionInputs } from './projection-inputs.ts'

const sumOf = (values: AgeValues | undefined) =>
  [...(values?.M ?? []), ...(values?.F ?? [])].reduce((a, b) => a + b, 0)
const totalIn = (results: readonly ProjectionResult[], year: number) =>
  results.reduce((sum, { population }) => sum + sumOf(population[year]), 0)

/** Three invented areas whose allocation adds up to 1. */
function exchanging(shape: Shape = {}): ProjectionInputs[] {
  const areas = [11, 12, 13].map((seed) =>
    inventedInputs({ migration: 'out-alloc', steps: 3, ...shape, seed }),
  )
  const share = (sex: 'M' | 'F', area: number, period: number) => {
    const all = areas.map(({ periods }) => {
      const migration = periods[period]?.migration
      return migration?.kind === 'out-alloc' ? migration.alloc[sex] : []
    })
    return (all[area] ?? []).map((value, move) => value / all.reduce((sum, one) => sum + (one[move] ?? 0), 0))
  }
  return areas.map((inputs, area) => ({
    ...inputs,
    periods: inputs.periods.map((period, at) =>
      period.migration.kind === 'out-alloc'
        ? {
            ...period,
            migration: {
              ...period.migration,
              alloc: { M: share('M', area, at), F: share('F', area, at) },
              pool: 'system',
            },
          }
        : period,
    ),
  }))
}

test.each([
  ['cwr', 'pooled'],
  ['cwr', 'split'],
  ['asfr', 'pooled'],
  ['asfr', 'split'],
] as const)('moves between all areas cancel (%s, %s)', (fertility, openGroup) => {
  const results = projectSystem(exchanging({ fertility, openGroup }))
  for (const at of [0, 1, 2]) {
    const moved = results.reduce((sum, { netMigration }) => sum + (netMigration[at]?.total ?? 0), 0)
    expect(moved).toBeCloseTo(0, 8)
  }
})

test('nobody is lost: with survival of 1 and no births the areas keep their sum', () => {
  const areas = exchanging().map((inputs) => ({
    ...inputs,
    periods: inputs.periods.map((period) => {
      const ones = period.survival.M.map(() => 1)
      const cwr = { kind: 'cwr', cwr: 0, women: [15, 49], sexRatio04: 1.05 } as const
      return { ...period, survival: { M: ones, F: ones }, fertility: cwr }
    }),
  }))
  const results = projectSystem(areas)
  expect(totalIn(results, 2035) / totalIn(results, 2020)).toBeCloseTo(1, 12)
})

test('the order of the areas changes nothing, not even the last digit', () => {
  const areas = exchanging({ fertility: 'asfr' })
  expect(projectSystem(areas.toReversed()).toReversed()).toEqual(projectSystem(areas))
})

test('a single area with the pool of the system run comes out the same', () => {
  const areas = exchanging({ steps: 1 })
  const together = projectSystem(areas)
  const poolOf = (sex: 'M' | 'F') =>
    (areas[0]?.periods[0]?.survival[sex] ?? []).map((_, move) =>
      areas.reduce((sum, { base, periods }) => {
        const migration = periods[0]?.migration
        if (move === 0 || migration?.kind !== 'out-alloc') return sum
        const open = base[sex].length - 1
        const source = (base[sex][move - 1] ?? 0) + (move === open ? (base[sex][open] ?? 0) : 0)
        return sum + source * (migration.out[sex][move] ?? 0)
      }, 0),
    )
  const pool = { M: poolOf('M'), F: poolOf('F') }
  const [first] = areas
  const alone = projectByCohortComponent({
    ...(first as ProjectionInputs),
    periods: (first as ProjectionInputs).periods.map((period) =>
      period.migration.kind === 'out-alloc'
        ? { ...period, migration: { ...period.migration, pool } }
        : period,
    ),
  })
  expect(sumOf(alone.population[2025])).toBeCloseTo(sumOf(together[0]?.population[2025]), 8)
})

test('areas meet a total together, each by the same factor', () => {
  const areas = exchanging({ steps: 1 })
  const free = projectSystem(areas)
  const held = projectSystem(areas, { controls: [{ total: 50_000, mode: 'scale' }] })
  expect(totalIn(held, 2025)).toBeCloseTo(50_000, 6)
  const factors = held.map(
    ({ population }, at) => sumOf(population[2025]) / sumOf(free[at]?.population[2025]),
  )
  for (const factor of factors) expect(factor).toBeCloseTo(factors[0] ?? 0, 12)
})

test('areas that count differently, or share out more than everyone, are refused', () => {
  const [first, second] = exchanging() as [ProjectionInputs, ProjectionInputs]
  expect(() => projectSystem([first, { ...second, basis: 'register' }])).toThrow('E-BASIS')
  expect(() => projectSystem([first, second])).toThrow('E-POOL')
  expect(() => projectSystem([first, inventedInputs({ migration: 'out-alloc', steps: 2, seed: 4 })])).toThrow(
    'E-TIME',
  )
})
