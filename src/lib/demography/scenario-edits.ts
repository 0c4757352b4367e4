import { bandShares } from './age-groups.ts'
import { refuse } from './projection-error.ts'
import type { Fertility, PeriodInputs, ProjectionInputs } from './projection-inputs.ts'
import { type ValuePath, valueFor } from './value-path.ts'

/** Changes every period of a case; the rest of the inputs stays. */
const eachPeriod = (inputs: ProjectionInputs, change: (period: PeriodInputs) => Partial<PeriodInputs>) => ({
  ...inputs,
  periods: inputs.periods.map((period) => ({ ...period, ...change(period) })),
})

/** The same fertility times a factor, whatever way it is given. */
export const withFertilityTimes = (inputs: ProjectionInputs, factor: ValuePath): ProjectionInputs =>
  eachPeriod(inputs, (period) => ({ fertility: fertilityTimes(period.fertility, valueFor(factor, period)) }))

export function fertilityTimes(fertility: Fertility, factor: number): Fertility {
  if (fertility.kind === 'cwr') return { ...fertility, cwr: fertility.cwr * factor }
  if (fertility.kind === 'tfr') return { ...fertility, tfr: fertility.tfr * factor }
  return { ...fertility, asfr: fertility.asfr.map((rate) => rate * factor) }
}

export type TotalFertilityPath = {
  wanted: ValuePath
  /** What the total fertility of the case is now; needed where it uses a child–woman ratio (formula 3.7). */
  present?: ValuePath
}

/**
 * A path of the total fertility rate. Rates keep their shape; a child–woman ratio moves with wanted /
 * present.
 */
export function withTotalFertility(inputs: ProjectionInputs, path: TotalFertilityPath): ProjectionInputs {
  const { width } = inputs.ages
  return eachPeriod(inputs, (period) => {
    const now = presentFertility(period, { path, width })
    return { fertility: fertilityTimes(period.fertility, valueFor(path.wanted, period) / now) }
  })
}

function presentFertility(
  period: PeriodInputs,
  { path, width }: { path: TotalFertilityPath; width: number },
) {
  const { fertility } = period
  if (fertility.kind === 'tfr') return fertility.tfr
  if (fertility.kind === 'asfr') return fertility.asfr.reduce((sum, rate) => sum + rate, 0) * width
  if (path.present) return valueFor(path.present, period)
  const message = '子ども女性比を使うケースで合計特殊出生率を動かすには、いまの合計特殊出生率が必要です'
  return refuse('E-RANGE', 'present', message)
}

/** Nobody moves (封鎖人口): the same survival and fertility. */
export const withoutMigration = (inputs: ProjectionInputs): ProjectionInputs =>
  eachPeriod(inputs, () => ({ migration: { kind: 'none' } }))

export type MigrationFactors = {
  /** Factors for net inflow and net outflow; 1 leaves as it is. */
  inflow: ValuePath
  outflow: ValuePath
  /** Ages `[from, to)` that are meant; all without. */
  ages?: readonly [number, number]
}

/**
 * nm ← k⁺·max(nm, 0) + k⁻·min(nm, 0) within a window of ages: «halve the departures of 20–29» is outflow 0.5.
 */
export function withMigrationTimes(inputs: ProjectionInputs, factors: MigrationFactors): ProjectionInputs {
  const window = bandShares(inputs.ages, ...(factors.ages ?? ([0, Number.POSITIVE_INFINITY] as const)))
  return eachPeriod(inputs, (period) => {
    const { migration } = period
    if (migration.kind === 'none') return {}
    if (migration.kind === 'out-alloc') {
      return refuse('E-RANGE', 'migration', '転出率と配分率で推計するケースの純移動は、率では増減できません')
    }
    const inflow = valueFor(factors.inflow, period)
    const outflow = valueFor(factors.outflow, period)
    const changed = (values: readonly number[]) =>
      values.map((value, at) => {
        const share = window[Math.min(at, window.length - 1)] as number
        return value * (1 + share * ((value > 0 ? inflow : outflow) - 1))
      })
    return { migration: { ...migration, M: changed(migration.M), F: changed(migration.F) } }
  })
}

/** Lower or higher mortality: 1 − S times a factor. */
export function withMortalityTimes(inputs: ProjectionInputs, factor: ValuePath): ProjectionInputs {
  return eachPeriod(inputs, (period) => {
    const times = valueFor(factor, period)
    const changed = (ratios: readonly number[]) => ratios.map((ratio) => Math.max(0, 1 - (1 - ratio) * times))
    return { survival: { M: changed(period.survival.M), F: changed(period.survival.F) } }
  })
}

/** The last period is held for the years that follow, until `year`. */
export function extendedTo(inputs: ProjectionInputs, year: number): ProjectionInputs {
  const periods = [...inputs.periods]
  for (;;) {
    const last = periods.at(-1) as PeriodInputs
    if (last.to >= year) return { ...inputs, periods }
    periods.push({
      ...last,
      from: last.to,
      to: last.to + inputs.step,
      control: undefined,
      additions: undefined,
    })
  }
}

/** Both settings of the national worksheet; its year and rate are to be confirmed by whoever uses it. */
export type SimulationSettings = {
  /** Total fertility to be reached, and when: 2.1 in 2030 in the worksheet. */
  goal: { year: number; value: number }
  /** Total fertility of the case at its start. */
  start: { year: number; value: number }
}

/** シミュレーション1 of the worksheet for 人口ビジョン: fertility rises to its goal, survival and moves as in the case. */
export const simulation1 = (
  inputs: ProjectionInputs,
  { goal, start }: SimulationSettings,
): ProjectionInputs =>
  withTotalFertility(inputs, {
    wanted: { kind: 'linear', from: start, to: goal },
    present: { kind: 'constant', value: start.value },
  })

/** シミュレーション2: as the first, and net migration is zero in every group. */
export const simulation2 = (inputs: ProjectionInputs, settings: SimulationSettings): ProjectionInputs =>
  withoutMigration(simulation1(inputs, settings))

/**
 * Influence of births and of moves in classes 1 (small) to 5, from totals at the horizon (planning frame §4).
 */
export function influenceClasses(totals: { base: number; simulation1: number; simulation2: number }) {
  const natural = (totals.simulation1 / totals.base) * 100
  const social = (totals.simulation2 / totals.simulation1) * 100
  return {
    naturalPercent: natural,
    socialPercent: social,
    naturalClass: classOf(natural, [100, 105, 110, 115]),
    socialClass: classOf(social, [100, 110, 120, 130]),
  }
}

const classOf = (percent: number, limits: readonly number[]) =>
  1 + limits.filter((limit) => percent >= limit).length
