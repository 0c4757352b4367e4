import { accountPeriod, type PeriodAccount, sexTotals, withAdjustment } from './account-period.ts'
import {
  checkedFlags,
  flagFactors,
  type ProjectionOptions,
  type ProjectionResult,
  refuseNegative,
  resultOf,
  startingStates,
  stateOf,
} from './cohort-component.ts'
import { applyControl } from './controls.ts'
import { type PeriodTerms, type SexTerms, termsOf } from './period-terms.ts'
import { type Flag, refuse } from './projection-error.ts'
import type { AgeValues, Control, PeriodInputs, ProjectionInputs, Sex } from './projection-inputs.ts'
import { sexes } from './projection-inputs.ts'
import { type StepPlan, stepForward } from './step-plan.ts'
import { planOf, writeStep } from './write-step.ts'

/** `controls`: what all areas together have to meet, one a period (a published total, a prefecture). */
export type SystemOptions = ProjectionOptions & { controls?: readonly (Control | undefined)[] }

type AreaRun = {
  inputs: ProjectionInputs
  plan: StepPlan
  states: Float64Array
  flags: Flag[]
  accounts: PeriodAccount[]
}

/**
 * Projects areas that exchange movers through one pool (社人研 令和5年推計, planning frame 3.4), or that have to meet
 * totals together. Areas need the same basis (E-BASIS), ages and periods (E-AGE, E-TIME); allocation has to
 * add up to 1 over all areas (E-POOL). Sums run in the order of area codes, so the order of `areas` changes
 * nothing.
 */
export function projectSystem(
  areas: readonly ProjectionInputs[],
  options: SystemOptions = {},
): ProjectionResult[] {
  refuseUnlike(areas)
  const runs = areas.map((inputs): AreaRun => {
    const flags = checkedFlags(inputs)
    const plan = planOf(inputs)
    return { inputs, plan, states: startingStates(inputs, plan), flags, accounts: [] }
  })
  const inOrder = [...runs].sort((a, b) => (a.inputs.area.code < b.inputs.area.code ? -1 : 1))
  for (const step of (areas[0] as ProjectionInputs).periods.keys()) {
    stepSystem(inOrder, { step, isFloored: options.floor === true, control: options.controls?.[step] })
  }
  return runs.map(resultOf)
}

function refuseUnlike(areas: readonly ProjectionInputs[]) {
  const [first] = areas
  if (!first) return refuse('E-POOL', 'areas', '推計する地域がありません')
  const timesOf = ({ periods }: ProjectionInputs) =>
    periods.map(({ from, to, openGroup }) => `${from}-${to}${openGroup}`).join()
  for (const { area, basis, ages, ...inputs } of areas) {
    const path = `areas.${area.code}`
    if (basis !== first.basis) refuse('E-BASIS', path, `${area.name}の人口の種類（${basis}）がほかと違います`)
    if (ages.width !== first.ages.width || ages.openFrom !== first.ages.openFrom) {
      refuse('E-AGE', path, `${area.name}の年齢区分がほかと違います`)
    }
    if (timesOf({ area, basis, ages, ...inputs }) !== timesOf(first)) {
      refuse('E-TIME', path, `${area.name}の期間がほかと違います`)
    }
  }
}

type SystemStep = { step: number; isFloored: boolean; control: Control | undefined }

function stepSystem(runs: readonly AreaRun[], { step, isFloored, control }: SystemStep) {
  const all = runs.map((run) => ({ run, terms: termsOf(periodOf(run, step)) }))
  const pooled = all.filter(({ run }) => flowsOf(run, step))
  if (pooled.length > 0) sharePool(pooled, step)
  const born = new Map(
    all.map(({ run, terms }) => {
      const { plan, inputs, states } = run
      writeStep(plan, { step, period: periodOf(run, step), ages: inputs.ages, terms })
      return [run, stepForward(plan, step, states)]
    }),
  )
  if (pooled.length > 0) shareNewborn(pooled, step, born)
  const before = all.map((one) => closeStep(one, step, isFloored))
  const ends = runs.map(({ states, plan }) => stateOf(states, step + 1, plan.groups))
  for (const [at, run] of runs.entries()) {
    const own = periodOf(run, step).control
    const path = `periods.${step}.control`
    if (own) flagFactors(run.flags, path, applyControl([ends[at] as Float64Array], own, path))
  }
  if (control) {
    const factors = applyControl(ends, control, `controls.${step}`)
    for (const { flags } of runs) flagFactors(flags, `controls.${step}`, factors)
  }
  for (const [at, { accounts }] of runs.entries()) {
    const [was, is] = [before[at] as { M: number; F: number }, sexTotals(ends[at] as Float64Array)]
    accounts.push(withAdjustment(accounts.pop() as PeriodAccount, { M: is.M - was.M, F: is.F - was.F }))
  }
}

type Member = { run: AreaRun; terms: PeriodTerms }

const periodOf = ({ inputs }: AreaRun, step: number) => inputs.periods[step] as PeriodInputs

/** Departures and allocation where the area takes part in the pool of all areas. */
function flowsOf(run: AreaRun, step: number): { out: AgeValues; alloc: AgeValues } | undefined {
  const { migration } = periodOf(run, step)
  return migration.kind === 'out-alloc' && migration.pool === 'system' ? migration : undefined
}

/**
 * Counts those who leave for each group and sends them where the allocation says. Newborn follow after the
 * births.
 */
function sharePool(members: readonly Member[], step: number) {
  for (const sex of sexes) {
    const moves = (members[0] as Member).terms[sex].survival.length
    const inflows = members.map((): number[] => [])
    for (let move = 0; move < moves; move += 1) {
      let pool = 0
      let shares = 0
      for (const { run, terms } of members) {
        shares += allocOf(run, { step, sex, move })
        if (move > 0)
          pool -= sourceOf(run, { step, sex, move, isSplit: terms.isSplit }) * rateOf(terms[sex], move)
      }
      refuseUnevenShares(shares, { sex, move, step, run: (members[0] as Member).run })
      for (const [at, { run }] of members.entries())
        inflows[at]?.push(pool * allocOf(run, { step, sex, move }))
    }
    for (const [at, { terms }] of members.entries()) terms[sex] = { ...terms[sex], inflow: inflows[at] ?? [] }
  }
}

type Move = { step: number; sex: Sex; move: number }

const allocOf = (run: AreaRun, { step, sex, move }: Move) => flowsOf(run, step)?.alloc[sex][move] as number
const rateOf = (terms: SexTerms, move: number) => terms.rate[move] as number

/** With a child–woman ratio nobody is allotted to the youngest, so their shares are not asked. */
function refuseUnevenShares(shares: number, { sex, move, step, run }: Move & { run: AreaRun }) {
  const isUnused = move === 0 && periodOf(run, step).fertility.kind === 'cwr'
  if (isUnused || Math.abs(shares - 1) < 1e-9) return
  refuse(
    'E-POOL',
    `periods.${step}.migration.alloc.${sex}.${move}`,
    `配分率の全地域の合計が${shares}です（1のはずです）`,
  )
}

function sourceOf(
  { states, plan }: AreaRun,
  { step, sex, move, isSplit }: Move & { isSplit: boolean },
): number {
  const open = plan.groups - 1
  const at = step * 2 * plan.groups + (sex === 'M' ? 0 : plan.groups)
  const younger = states[at + Math.min(move, open + 1) - 1] as number
  return move === open && !isSplit ? younger + (states[at + open] as number) : younger
}

function shareNewborn(members: readonly Member[], step: number, born: ReadonlyMap<AreaRun, number>) {
  for (const sex of sexes) {
    let pool = 0
    for (const { run, terms } of members) pool -= bornOf(run, { step, sex, born }) * rateOf(terms[sex], 0)
    for (const { run, terms } of members) {
      if (periodOf(run, step).fertility.kind === 'cwr') continue
      const persons = pool * allocOf(run, { step, sex, move: 0 })
      const cell = (step + 1) * 2 * run.plan.groups + (sex === 'M' ? 0 : run.plan.groups)
      run.states[cell] = (run.states[cell] as number) + persons
      terms[sex] = { ...terms[sex], inflow: terms[sex].inflow.with(0, persons) }
    }
  }
}

type Born = { step: number; sex: Sex; born: ReadonlyMap<AreaRun, number> }

function bornOf(run: AreaRun, { step, sex, born }: Born): number {
  const { fertility } = periodOf(run, step)
  if (fertility.kind === 'cwr') return 0
  const female = 1 / (1 + fertility.srb)
  return (born.get(run) as number) * (sex === 'F' ? female : 1 - female)
}

/** Accounts for the step and refuses negative cells; gives the totals before floors and controls. */
function closeStep({ run, terms }: Member, step: number, isFloored: boolean): { M: number; F: number } {
  const { inputs, plan, states, flags, accounts } = run
  const { groups } = plan
  const [start, end] = [stateOf(states, step, groups), stateOf(states, step + 1, groups)]
  accounts.push(accountPeriod({ period: periodOf(run, step), terms, groups, start, end }))
  const before = sexTotals(end)
  refuseNegative({ inputs, step, flags, isFloored }, end)
  return before
}
