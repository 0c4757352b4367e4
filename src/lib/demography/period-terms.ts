import { groupCount } from './age-groups.ts'
import type { Addition, AgeGroups, AgeValues, Migration, PeriodInputs, Sex } from './projection-inputs.ts'

/**
 * One period of one sex in the terms all migration methods have in common. Persons or shares of the start population of
 * group i (length n); rates and inflow into group k (length of the survival ratios).
 */
export type SexTerms = {
  survival: Float64Array
  /** Net rate of those who move with the survivors: nm, or −out. */
  rate: Float64Array
  /** Persons allotted from the pool of movers. */
  inflow: Float64Array
  /** Persons who come in each half of the step. */
  half: Float64Array
  halfShare: Float64Array
  /** Persons who come at the end of the step. */
  end: Float64Array
  endShare: Float64Array
}

export type PeriodTerms = { M: SexTerms; F: SexTerms; isSplit: boolean }

/** Puts any kind of migration, with the additions, into common terms. Inputs must have been checked. */
export function termsOf(period: PeriodInputs, ages: AgeGroups): PeriodTerms {
  const groups = groupCount(ages)
  const isSplit = period.openGroup === 'split'
  return { M: sexTerms(period, { sex: 'M', groups }), F: sexTerms(period, { sex: 'F', groups }), isSplit }
}

function sexTerms(period: PeriodInputs, { sex, groups }: { sex: Sex; groups: number }): SexTerms {
  const moves = period.survival[sex].length
  const terms: SexTerms = {
    survival: Float64Array.from(period.survival[sex]),
    rate: new Float64Array(moves),
    inflow: new Float64Array(moves),
    half: new Float64Array(groups),
    halfShare: new Float64Array(groups),
    end: new Float64Array(groups),
    endShare: new Float64Array(groups),
  }
  addMigration(terms, period, sex)
  for (const addition of period.additions ?? []) addArrivals(terms, addition, sex)
  return terms
}

function addMigration(terms: SexTerms, { migration, from, to }: PeriodInputs, sex: Sex) {
  switch (migration.kind) {
    case 'none':
      return
    case 'net-rate':
      return terms.rate.set(migration[sex])
    case 'net-count':
      return addArrivals(terms, migration, sex)
    case 'net-proportion':
      return addShares(terms, migration, { sex, years: migration.per === 'year' ? to - from : 1 })
    case 'out-alloc':
      return addPool(terms, migration, sex)
  }
}

function addArrivals(terms: SexTerms, persons: Pick<Addition, 'timing'> & AgeValues, sex: Sex) {
  const target = persons.timing === 'half' ? terms.half : terms.end
  const part = persons.timing === 'half' ? 0.5 : 1
  for (const [group, count] of persons[sex].entries())
    target[group] = (target[group] as number) + count * part
}

type Shares = Extract<Migration, { kind: 'net-proportion' }>

function addShares(terms: SexTerms, shares: Shares, { sex, years }: { sex: Sex; years: number }) {
  const target = shares.timing === 'half' ? terms.halfShare : terms.endShare
  const part = years * (shares.timing === 'half' ? 0.5 : 1)
  for (const [group, share] of shares[sex].entries()) target[group] = share * part
}

function addPool(terms: SexTerms, flows: Extract<Migration, { kind: 'out-alloc' }>, sex: Sex) {
  for (const [move, out] of flows.out[sex].entries()) {
    terms.rate[move] = -out
    if (flows.pool === 'system') continue
    terms.inflow[move] = (flows.pool[sex][move] as number) * (flows.alloc[sex][move] as number)
  }
}
