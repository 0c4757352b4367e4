import type { AgeValues, Migration, PeriodInputs, Sex, Timing } from './projection-inputs.ts'

type Values = ArrayLike<number>

/**
 * One period of one sex in the terms all migration methods have in common. Persons or shares of the start
 * population of group i (length n); rates and inflow into group k (length of the survival ratios). Arrays of
 * the inputs are not copied.
 */
export type SexTerms = {
  survival: Values
  /** Net rate of those who move with the survivors: nm, or −out. */
  rate: Values
  /** Persons allotted from the pool of movers; a system run fills it in. */
  inflow: readonly number[]
  /** Persons who come in each half of the step. */
  half: Values
  halfShare: Values
  /** Persons who come at the end of the step. */
  end: Values
  endShare: Values
}

/**
 * Zeros for whatever a method does not have: more than any layout of ages needs, shared and never written to.
 */
const none: readonly number[] = Array<number>(200).fill(0)

export type PeriodTerms = { M: SexTerms; F: SexTerms; isSplit: boolean }

/** Puts any kind of migration, with the additions, into common terms. Inputs must have been checked. */
export function termsOf(period: PeriodInputs): PeriodTerms {
  return { M: sexTerms(period, 'M'), F: sexTerms(period, 'F'), isSplit: period.openGroup === 'split' }
}

function sexTerms(period: PeriodInputs, sex: Sex): SexTerms {
  const { migration } = period
  const terms: SexTerms = {
    survival: period.survival[sex],
    rate: migration.kind === 'net-rate' ? migration[sex] : none,
    inflow: none,
    half: arrivals(period, sex, 'half'),
    halfShare: none,
    end: arrivals(period, sex, 'end'),
    endShare: none,
  }
  if (migration.kind === 'out-alloc') return { ...terms, ...poolTerms(migration, sex) }
  if (migration.kind !== 'net-proportion') return terms
  const years = migration.per === 'year' ? period.to - period.from : 1
  const part = years * (migration.timing === 'half' ? 0.5 : 1)
  const shares = migration[sex].map((share) => share * part)
  return migration.timing === 'half' ? { ...terms, halfShare: shares } : { ...terms, endShare: shares }
}

/** Net counts and additions of one timing together; half of them where they come by halves. */
function arrivals({ migration, additions = [] }: PeriodInputs, sex: Sex, timing: Timing): Values {
  const sources: AgeValues[] = additions.filter((addition) => addition.timing === timing)
  if (migration.kind === 'net-count' && migration.timing === timing) sources.push(migration)
  const [first, ...others] = sources
  if (!first) return none
  const part = timing === 'half' ? 0.5 : 1
  return first[sex].map((count, group) => {
    let persons = count
    for (const other of others) persons += other[sex][group] as number
    return persons * part
  })
}

function poolTerms({ out, alloc, pool }: Extract<Migration, { kind: 'out-alloc' }>, sex: Sex) {
  const shareOfPool = (share: number, move: number) =>
    pool === 'system' ? 0 : (pool[sex][move] as number) * share
  return { rate: out[sex].map((share) => -share), inflow: alloc[sex].map(shareOfPool) }
}
