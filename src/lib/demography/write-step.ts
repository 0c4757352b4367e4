import { fertileGroups, groupCount } from './age-groups.ts'
import { type PeriodTerms, type SexTerms, termsOf } from './period-terms.ts'
import type { AgeGroups, Fertility, PeriodInputs, ProjectionInputs } from './projection-inputs.ts'
import { emptyPlan, type StepPlan } from './step-plan.ts'

/** Turns checked inputs into numbers for `runSteps`. Controls and pools of a system are not in it. */
export function planOf({ ages, periods }: Pick<ProjectionInputs, 'ages' | 'periods'>): StepPlan {
  const plan = emptyPlan(groupCount(ages), periods.length)
  for (const [step, period] of periods.entries()) {
    writeStep(plan, { step, period, ages, terms: termsOf(period) })
  }
  plan.fertile = fertileRange(plan)
  return plan
}

export type StepToWrite = { step: number; period: PeriodInputs; ages: AgeGroups; terms: PeriodTerms }

/** Writes the coefficients of one step over what stood there. */
export function writeStep(plan: StepPlan, { step, period, ages, terms }: StepToWrite) {
  const { groups } = plan
  const from = step * 2 * groups
  writeSex(plan, { at: from, terms: terms.M, isSplit: terms.isSplit })
  writeSex(plan, { at: from + groups, terms: terms.F, isSplit: terms.isSplit })
  if (period.fertility.kind === 'cwr') return writeRatio(plan, { step, ages, fertility: period.fertility })
  const { fertility } = period
  writeBirths(plan, { step, fertility, years: period.to - period.from, women: terms.F })
  const female = 1 / (1 + fertility.srb)
  plan.intoM[step] = (1 - female) * newbornShare(terms.M)
  plan.intoF[step] = female * newbornShare(terms.F)
}

const newbornShare = ({ survival, rate }: SexTerms) => (survival[0] as number) + (rate[0] as number)

/** Formulas 3.2–3.4 of the planning frame: rates, halves, ends and inflow in one affine map. */
function writeSex(plan: StepPlan, { at, terms, isSplit }: { at: number; terms: SexTerms; isSplit: boolean }) {
  const { up, stay, plus, groups } = plan
  const { survival, rate, inflow, half, halfShare, end, endShare } = terms
  for (let group = 0; group < groups; group += 1) {
    const arriving = (halfShare[group] as number) + (endShare[group] as number)
    stay[at + group] = arriving
    plus[at + group] = (half[group] as number) + (end[group] as number) + (inflow[group] as number)
    up[at + group] = 0
    if (group === 0) continue
    const survives = survival[group] as number
    up[at + group] = (1 + (halfShare[group - 1] as number)) * survives + (rate[group] as number)
    plus[at + group] = (plus[at + group] as number) + (half[group - 1] as number) * survives
  }
  const open = groups - 1
  const move = isSplit ? groups : open
  const survives = survival[move] as number
  const kept = (1 + (halfShare[open] as number)) * survives + (rate[move] as number)
  stay[at + open] = (stay[at + open] as number) + kept
  const later = (half[open] as number) * survives + (isSplit ? (inflow[move] as number) : 0)
  plus[at + open] = (plus[at + open] as number) + later
}

type RatioToWrite = { step: number; ages: AgeGroups; fertility: Extract<Fertility, { kind: 'cwr' }> }

/**
 * Formula 3.5. The ratio already holds infant death and moves of the youngest, so group 0 gets nothing else.
 */
function writeRatio(plan: StepPlan, { step, ages, fertility }: RatioToWrite) {
  const { groups } = plan
  const { first, last } = fertileGroups(ages)
  plan.endWeight.fill(fertility.cwr, step * groups + first, step * groups + last + 1)
  plan.intoM[step] = fertility.sexRatio04 / (1 + fertility.sexRatio04)
  plan.intoF[step] = 1 / (1 + fertility.sexRatio04)
  for (const youngest of [step * 2 * groups, step * 2 * groups + groups]) {
    plan.stay[youngest] = 0
    plan.plus[youngest] = 0
  }
}

type BirthFertility = Exclude<Fertility, { kind: 'cwr' }>
type BirthsToWrite = { step: number; fertility: BirthFertility; years: number; women: SexTerms }

/** Formula 3.6: B = Σ z·f_i·(A_i + E_i)/2, with A and E by exposure. */
function writeBirths(plan: StepPlan, { step, fertility, years, women }: BirthsToWrite) {
  const at = step * plan.groups
  const isHalf = fertility.exposure === 'half-migrants'
  const rates = ratesOf(fertility, years)
  plan.startWeight.fill(0, at, at + plan.groups)
  plan.constant[step] = 0
  for (const [group, rate] of rates.entries()) {
    const weight = (years * rate) / 2
    const cell = at + group
    const moved = isHalf ? 1 + (women.halfShare[group] as number) : 1
    plan.startWeight[cell] = (plan.startWeight[cell] as number) + weight * moved
    if (isHalf) plan.constant[step] = (plan.constant[step] as number) + weight * (women.half[group] as number)
    if (fertility.exposure !== 'before-migrants') plan.endWeight[cell] = weight
    else if (group > 0) {
      plan.endWeight[cell] = 0
      const survivors = weight * (women.survival[group] as number)
      plan.startWeight[cell - 1] = (plan.startWeight[cell - 1] as number) + survivors
    }
  }
}

/** Births per woman and year by group (formula 3.7 for a total fertility rate). */
export function ratesOf(fertility: BirthFertility, years: number): number[] {
  if (fertility.kind === 'asfr') return [...fertility.asfr]
  return fertility.shape.map((share) => (fertility.tfr * share) / years)
}

function fertileRange({ groups, startWeight, endWeight }: StepPlan) {
  let first = groups - 1
  let last = 0
  for (let cell = 0; cell < startWeight.length; cell += 1) {
    if (startWeight[cell] === 0 && endWeight[cell] === 0) continue
    first = Math.min(first, cell % groups)
    last = Math.max(last, cell % groups)
  }
  return { first, last }
}
