import { expect, test } from 'vitest'
import { inventedInputs, type Shape } from '#test/demography/invented-inputs.ts'
import { projectByCohortComponent } from './cohort-component.ts'
import { ProjectionError } from './projection-error.ts'
import type { PeriodInputs, ProjectionInputs } from './projection-inputs.ts'

function codesOf(inputs: ProjectionInputs): string[] {
  try {
    projectByCohortComponent(inputs)
    return []
  } catch (error) {
    if (error instanceof ProjectionError) return [...new Set(error.problems.map(({ code }) => code))]
    throw error
  }
}

/** Invented inputs whose first period is changed. */
function withPeriod(
  change: (period: PeriodInputs) => Partial<PeriodInputs>,
  shape: Shape = {},
): ProjectionInputs {
  const inputs = inventedInputs(shape)
  const [first, ...others] = inputs.periods as [PeriodInputs, ...PeriodInputs[]]
  return { ...inputs, periods: [{ ...first, ...change(first) }, ...others] }
}

const replaced = (values: readonly number[], at: number, value: number) => values.with(at, value)

test('a negative resident is refused with sex and age', () => {
  const inputs = inventedInputs()
  const base = { ...inputs.base, F: replaced(inputs.base.F, 17, -3) }
  expect(() => projectByCohortComponent({ ...inputs, base })).toThrow('E-NEG：女85～89歳の人口が-3です')
})

test('a missing age group is refused with what was found and expected', () => {
  const inputs = inventedInputs()
  const base = { ...inputs.base, M: inputs.base.M.slice(1) }
  expect(() => projectByCohortComponent({ ...inputs, base })).toThrow(
    'E-AGE：base.Mの値が18個あります。最後が90歳以上なら19個のはずです',
  )
})

test('unknown ages have to be distributed first', () => {
  const inputs = inventedInputs()
  expect(codesOf({ ...inputs, base: { ...inputs.base, unknown: { M: 3, F: 2 } } })).toEqual(['E-UNK'])
  expect(codesOf({ ...inputs, base: { ...inputs.base, unknown: { M: 0, F: 0 } } })).toEqual([])
})

test('survival above 1 stops, unless the array can only be a cohort change ratio', () => {
  const above = ({ survival }: PeriodInputs) => ({
    survival: { ...survival, M: replaced(survival.M, 4, 1.2) },
  })
  expect(codesOf(withPeriod(above))).toEqual(['E-RANGE'])
  expect(codesOf(withPeriod(above, { migration: 'none' }))).toEqual([])
  expect(codesOf(withPeriod(above, { migration: 'none', fertility: 'asfr' }))).toEqual(['E-RANGE'])
})

test('a step that is not as wide as the age groups is refused', () => {
  expect(codesOf({ ...inventedInputs(), step: 1 })).toEqual(['E-AGE'])
})

test('periods that do not follow each other, or run backwards, are refused', () => {
  expect(codesOf(withPeriod(() => ({ from: 2015, to: 2020 })))).toEqual(['E-TIME'])
  expect(codesOf(withPeriod(() => ({ to: 2019 })))).toEqual(['E-TIME'])
  expect(codesOf({ ...inventedInputs(), baseDate: '2026-10-01' })).toEqual(['E-TIME'])
})

test('a pool of all areas needs all areas', () => {
  const withPool = ({ migration }: PeriodInputs) =>
    migration.kind === 'out-alloc' ? { migration: { ...migration, pool: 'system' as const } } : {}
  expect(codesOf(withPeriod(withPool, { migration: 'out-alloc' }))).toEqual(['E-POOL'])
})

test('rates that take more people than there are stop the run; with floor they are told', () => {
  const leaving = withPeriod((period) => {
    const out = period.survival.M.map(() => -1)
    return { migration: { kind: 'net-rate', M: out, F: out } }
  })
  expect(codesOf(leaving)).toEqual(['E-NEG'])
  const { flags, population, adjustment } = projectByCohortComponent(leaving, { floor: true })
  expect(population['2025']?.M[5]).toBe(0)
  expect(flags.filter(({ code }) => code === 'E-NEG').length).toBeGreaterThan(30)
  expect(adjustment[0]?.total).toBeGreaterThan(0)
})

test('births in the youngest or the open group are refused', () => {
  const mother = ({ fertility }: PeriodInputs) =>
    fertility.kind === 'asfr' ? { fertility: { ...fertility, asfr: replaced(fertility.asfr, 0, 0.1) } } : {}
  expect(codesOf(withPeriod(mother, { fertility: 'asfr' }))).toEqual(['E-RANGE'])
})

test('unusual fertility is computed and told', () => {
  const high = { kind: 'cwr', cwr: 0.7, women: [15, 49], sexRatio04: 1.3 } as const
  const { flags } = projectByCohortComponent(withPeriod(() => ({ fertility: high })))
  expect(flags.map(({ path }) => path)).toEqual(['periods.0.fertility.cwr', 'periods.0.fertility.sexRatio04'])
})

test('movers of the youngest are left out beside a child–woman ratio, and that is told', () => {
  const withYoungest = inventedInputs({ migration: 'net-count', steps: 1 })
  const { flags } = projectByCohortComponent(withYoungest)
  expect(flags.map(({ code }) => code)).toEqual(['W-YOUNGEST'])
  expect(projectByCohortComponent(inventedInputs({ steps: 1 })).flags).toEqual([])
})

test('a blank is not zero', () => {
  const blank = ({ survival }: PeriodInputs) => ({
    survival: { ...survival, F: replaced(survival.F, 2, Number.NaN) },
  })
  expect(codesOf(withPeriod(blank))).toEqual(['E-NAN'])
})

test('a control is met, its factor told when it is large, and its persons are accounted for', () => {
  const inputs = withPeriod(() => ({ control: { total: 20_000, mode: 'scale' } }), { steps: 1 })
  const { population, flags, adjustment } = projectByCohortComponent(inputs)
  const { M, F } = population['2025'] ?? { M: [], F: [] }
  expect([...M, ...F].reduce((sum, persons) => sum + persons, 0)).toBeCloseTo(20_000, 6)
  expect(flags.map(({ code }) => code)).toEqual(['W-CONTROL'])
  expect(adjustment[0]?.total).not.toBe(0)
})
