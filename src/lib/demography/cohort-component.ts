import {
  accountPeriod,
  type Births,
  type PeriodAccount,
  type SexCount,
  sexTotals,
  withAdjustment,
} from './account-period.ts'
import { ageWords } from './age-groups.ts'
import { checkInputs } from './check-inputs.ts'
import { sexWords } from './check-values.ts'
import { applyControl, type Factors } from './controls.ts'
import { termsOf } from './period-terms.ts'
import { type Flag, ProjectionError, refuse } from './projection-error.ts'
import type { AgeGroups, Area, Basis, PeriodInputs, ProjectionInputs } from './projection-inputs.ts'
import { emptyStates, type StepPlan, stepForward } from './step-plan.ts'
import { planOf } from './write-step.ts'

/** Changes when the same inputs may give other numbers. */
export const engineVersion = '1.0.0'

/** A state in the result: persons by age group, not rounded. */
export type StateBySex = { M: number[]; F: number[] }

/**
 * Residents in every year, in persons and unrounded, and what changed them: one entry a period in `births`
 * (null where the period uses a child–woman ratio; absent where all do), `formed`, `deaths` (null where
 * survival holds moves), `netMigration`, `additions` and `adjustment`. In each period end = start + births or
 * formed − deaths + netMigration + additions + adjustment.
 */
export type ProjectionResult = {
  schema: 'shirube-projection-result/1'
  area: Area
  basis: Basis
  ages: AgeGroups
  years: number[]
  population: Record<string, StateBySex>
  births?: (Births | null)[]
  formed?: (SexCount | null)[]
  deaths: (SexCount | null)[]
  netMigration: (SexCount | null)[]
  additions: SexCount[]
  adjustment: SexCount[]
  flags: Flag[]
  engineVersion: string
}

/** `floor` sets cells below zero to zero and lists them, instead of refusing them (E-NEG). */
export type ProjectionOptions = { floor?: boolean }

/**
 * Cohort-component projection (コーホート要因法) of one area, both sexes, by the formulas of the planning frame
 * (Preston, Heuveline & Guillot 2001, ch. 6, for the half/half convention; 社人研 for rates and child–woman
 * ratios). Throws ProjectionError with every reason when the inputs cannot be projected.
 */
export function projectByCohortComponent(
  inputs: ProjectionInputs,
  options: ProjectionOptions = {},
): ProjectionResult {
  const flags = checkedFlags(inputs)
  refuseSystemPool(inputs)
  const plan = planOf(inputs)
  const states = startingStates(inputs, plan)
  const accounts = inputs.periods.map((_, step) =>
    projectStep({ inputs, plan, states, step, flags, isFloored: options.floor === true }),
  )
  return resultOf({ inputs, states, accounts, flags })
}

/** The warnings of inputs that can be projected; throws otherwise. */
export function checkedFlags(inputs: ProjectionInputs): Flag[] {
  const { problems, warnings } = checkInputs(inputs)
  if (problems.length > 0) throw new ProjectionError(problems)
  return warnings
}

function refuseSystemPool({ periods, area }: ProjectionInputs) {
  for (const [at, { migration }] of periods.entries()) {
    if (migration.kind !== 'out-alloc' || migration.pool !== 'system') continue
    const message = `${area.name}だけでは転出者の合計（プール）が分かりません。全地域を一度に推計するか、プールの人数を入れてください`
    refuse('E-POOL', `periods.${at}.migration.pool`, message)
  }
}

/** States with the base population in the first place. */
export function startingStates({ base }: Pick<ProjectionInputs, 'base'>, plan: StepPlan): Float64Array {
  const states = emptyStates(plan)
  states.set(base.M, 0)
  states.set(base.F, plan.groups)
  return states
}

type Step = {
  inputs: ProjectionInputs
  plan: StepPlan
  states: Float64Array
  step: number
  flags: Flag[]
  isFloored: boolean
}

function projectStep(run: Step): PeriodAccount {
  const { inputs, plan, states, step } = run
  stepForward(plan, step, states)
  const period = inputs.periods[step] as PeriodInputs
  const [start, end] = [stateOf(states, step, plan.groups), stateOf(states, step + 1, plan.groups)]
  const terms = termsOf(period)
  const account = accountPeriod({ period, terms, groups: plan.groups, start, end })
  const before = sexTotals(end)
  refuseNegative(run, end)
  if (period.control) {
    const path = `periods.${step}.control`
    flagFactors(run.flags, path, applyControl([end], period.control, path))
  }
  const after = sexTotals(end)
  return withAdjustment(account, { M: after.M - before.M, F: after.F - before.F })
}

/** A view of the state of both sexes after `step` steps. */
export const stateOf = (states: Float64Array, step: number, groups: number): Float64Array =>
  states.subarray(step * 2 * groups, (step + 1) * 2 * groups)

/** What is lost in adding doubles, in persons: less than this below zero is zero. */
const roundingNoise = 1e-9

/** E-NEG, or with `floor` a zero and a flag that says how many persons that added. */
export function refuseNegative(
  { inputs, step, flags, isFloored }: Omit<Step, 'plan' | 'states'>,
  end: Float64Array,
) {
  const groups = end.length / 2
  const { from, to } = inputs.periods[step] as PeriodInputs
  const problems: Flag[] = []
  for (const [cell, persons] of end.entries()) {
    if (persons >= 0) continue
    if (persons > -roundingNoise) {
      end[cell] = 0
      continue
    }
    const sex = cell < groups ? 'M' : 'F'
    const who = `${inputs.area.name}の${to}年、${sexWords[sex]}${ageWords(inputs.ages, cell % groups)}`
    const path = `periods.${step}.${sex}.${cell % groups}`
    problems.push({
      code: 'E-NEG',
      path,
      message: `${who}が負になります（${persons}人、${from}年からの転出が多すぎます）`,
    })
    if (!isFloored) continue
    flags.push({ code: 'E-NEG', path, message: `${who}を0人としました（${-persons}人を加えました）` })
    end[cell] = 0
  }
  if (problems.length > 0 && !isFloored) {
    throw new ProjectionError(problems.map((problem) => ({ ...problem, code: 'E-NEG' })))
  }
}

/** Factors outside 0.9–1.1 are told: the control then says something else than the method. */
export function flagFactors(flags: Flag[], path: string, { least, most }: Factors) {
  if (least >= 0.9 && most <= 1.1) return
  const message = `合わせるための倍率が${least.toFixed(3)}から${most.toFixed(3)}まであります（ふつうは0.9から1.1）`
  flags.push({ code: 'W-CONTROL', path, message })
}

export type FinishedRun = {
  inputs: ProjectionInputs
  states: Float64Array
  accounts: readonly PeriodAccount[]
  flags: Flag[]
}

/** Puts a finished run into the shape that is kept and exchanged. */
export function resultOf({ inputs, states, accounts, flags }: FinishedRun): ProjectionResult {
  const { area, basis, ages, periods } = inputs
  const groups = inputs.base.M.length
  const years = [...periods.slice(0, 1).map(({ from }) => from), ...periods.map(({ to }) => to)]
  const population = years.map((year, step) => {
    const state = stateOf(states, step, groups)
    return [String(year), { M: listOf(state, 0, groups), F: listOf(state, groups, groups) }]
  })
  const isSplittable = periods.map(({ survival }) => isBelowOne(survival.M) && isBelowOne(survival.F))
  const births = accounts.map((account) => account.births ?? null)
  const formed = accounts.map((account) => account.formed ?? null)
  return {
    schema: 'shirube-projection-result/1',
    area,
    basis,
    ages,
    years,
    population: Object.fromEntries(population),
    ...(births.some((one) => one !== null) ? { births } : {}),
    ...(formed.some((one) => one !== null) ? { formed } : {}),
    deaths: accounts.map(({ deaths }, at) => (isSplittable[at] ? deaths : null)),
    netMigration: accounts.map(({ netMigration }, at) => (isSplittable[at] ? netMigration : null)),
    additions: accounts.map(({ additions }) => additions),
    adjustment: accounts.map(({ adjustment }) => adjustment),
    flags,
    engineVersion,
  }
}

/** Ratios that hold moves cannot be split into deaths and moves. */
const isBelowOne = (ratios: readonly number[]) => ratios.every((ratio) => ratio <= 1)

function listOf(state: Float64Array, from: number, count: number): number[] {
  const persons: number[] = []
  for (let cell = from; cell < from + count; cell += 1) persons.push(state[cell] as number)
  return persons
}
