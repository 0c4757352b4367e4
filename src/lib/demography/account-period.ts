import type { PeriodTerms, SexTerms } from './period-terms.ts'
import type { PeriodInputs, Sex } from './projection-inputs.ts'
import { sexes } from './projection-inputs.ts'
import { ratesOf } from './write-step.ts'

export type SexCount = { M: number; F: number; total: number }

/** Births of one period, in persons; `byMotherAge` has length n and adds up to `total`. */
export type Births = SexCount & { byMotherAge: number[] }

/**
 * What changed the residents in one period, in persons:
 * end = start + births (or formed) − deaths + netMigration + additions + adjustment.
 */
export type PeriodAccount = {
  /** Absent with a child–woman ratio, which gives only those of group 0 alive at the end: `formed`. */
  births?: Births
  formed?: SexCount
  deaths: SexCount
  netMigration: SexCount
  additions: SexCount
  /** Put on or taken off by controls and floors. */
  adjustment: SexCount
}

export type PeriodToAccount = {
  period: PeriodInputs
  terms: PeriodTerms
  groups: number
  /** Both sexes, males first, length 2n: before and after the step, the latter before controls and floors. */
  start: Float64Array
  end: Float64Array
}

/**
 * Counts births, deaths and moves of one step anew from its formulas; they must explain the end, which a test
 * asks.
 */
export function accountPeriod(step: PeriodToAccount): PeriodAccount {
  const { period, end, groups } = step
  const isRatio = period.fertility.kind === 'cwr'
  const births = isRatio ? undefined : birthsByAge(step)
  const newborn = births ?? { M: 0, F: 0 }
  const flows = {
    M: flowsOf(step, 'M', newborn.M),
    F: flowsOf(step, 'F', newborn.F),
  }
  const each = (pick: (sex: Sex) => number) => counted(pick('M'), pick('F'))
  return {
    ...(births ? { births } : { formed: counted(end[0] as number, end[groups] as number) }),
    deaths: each((sex) => flows[sex].deaths),
    netMigration: each((sex) => flows[sex].arrivals - additionsOf(step, sex)),
    additions: each((sex) => additionsOf(step, sex)),
    adjustment: counted(0, 0),
  }
}

export const counted = (M: number, F: number): SexCount => ({ M, F, total: M + F })

/** Formula 3.6 by age of the mother. */
function birthsByAge({ period, terms, groups, start, end }: PeriodToAccount): Births | undefined {
  const { fertility } = period
  if (fertility.kind === 'cwr') return undefined
  const years = period.to - period.from
  const { half, halfShare, survival } = terms.F
  const isHalf = fertility.exposure === 'half-migrants'
  const byMotherAge = ratesOf(fertility, years).map((rate, group) => {
    const women = start[groups + group] as number
    const first = isHalf ? women * (halfShare[group] as number) + (half[group] as number) : 0
    const younger = group > 0 ? (start[groups + group - 1] as number) : 0
    const survivors = younger * (survival[group] as number)
    const later = fertility.exposure === 'before-migrants' ? survivors : (end[groups + group] as number)
    return (years * rate * (women + first + later)) / 2
  })
  const total = byMotherAge.reduce((sum, births) => sum + births, 0)
  const female = total / (1 + fertility.srb)
  return { M: total - female, F: female, total, byMotherAge }
}

/**
 * Deaths among those there at the start, arrived in the first half, or born; arrivals net of those who leave.
 */
function flowsOf(step: PeriodToAccount, sex: Sex, born: number) {
  const { groups, period, start } = step
  const terms = step.terms[sex]
  const at = sex === 'M' ? 0 : groups
  let deaths = born * (1 - (terms.survival[0] as number))
  let arrivals = arrivalsInto(terms, 0, born)
  if (period.fertility.kind === 'cwr') arrivals = 0
  for (let move = 1; move < terms.survival.length; move += 1) {
    const { residents, entrants } = sourceOf(step, { move, at, terms })
    deaths += (residents + entrants) * (1 - (terms.survival[move] as number))
    arrivals += entrants + arrivalsInto(terms, move, residents)
  }
  for (let group = period.fertility.kind === 'cwr' ? 1 : 0; group < groups; group += 1) {
    const share = (terms.halfShare[group] as number) + (terms.endShare[group] as number)
    arrivals +=
      (start[at + group] as number) * share + (terms.half[group] as number) + (terms.end[group] as number)
  }
  return { deaths, arrivals }
}

const arrivalsInto = ({ rate, inflow }: SexTerms, move: number, residents: number) =>
  residents * (rate[move] as number) + (inflow[move] as number)

type Move = { move: number; at: number; terms: SexTerms }

/** Who makes a move: residents at the start and those who came in the first half. */
function sourceOf({ groups, start, terms: { isSplit } }: PeriodToAccount, { move, at, terms }: Move) {
  const open = groups - 1
  const sources = isSplit || move < open ? [move - 1] : [open - 1, open]
  let residents = 0
  let entrants = 0
  for (const source of sources) {
    const there = start[at + source] as number
    residents += there
    entrants += there * (terms.halfShare[source] as number) + (terms.half[source] as number)
  }
  return { residents, entrants }
}

function additionsOf({ period }: PeriodToAccount, sex: Sex): number {
  const isRatio = period.fertility.kind === 'cwr'
  let persons = 0
  for (const addition of period.additions ?? []) {
    for (const [group, count] of addition[sex].entries()) {
      if (group > 0 || !isRatio) persons += count
      else if (addition.timing === 'half') persons += count / 2
    }
  }
  return persons
}

/** The account with an adjustment: what controls or floors changed between two versions of the end. */
export function withAdjustment(account: PeriodAccount, change: { M: number; F: number }): PeriodAccount {
  return { ...account, adjustment: counted(account.adjustment.M + change.M, account.adjustment.F + change.F) }
}

/** Persons of each sex in a state of both, males first. */
export function sexTotals(state: Float64Array): { M: number; F: number } {
  const groups = state.length / 2
  const totals = sexes.map((_, at) => {
    let persons = 0
    for (let group = 0; group < groups; group += 1) persons += state[at * groups + group] as number
    return persons
  })
  return { M: totals[0] as number, F: totals[1] as number }
}
