import { groupCount } from './age-groups.ts'
import { type Flag, refuse } from './projection-error.ts'
import type { Addition, AgeGroups, AgeValues, PeriodInputs, ProjectionInputs } from './projection-inputs.ts'
import { sexes } from './projection-inputs.ts'

/**
 * When the units of a site are taken: shares by year that add up to at most 1, or an S-curve through its
 * middle.
 */
export type Schedule =
  | { kind: 'table'; shares: readonly { year: number; share: number }[] }
  | { kind: 'logistic'; middleYear: number; perYear: number }

/** A housing development (開発地). */
export type Site = {
  id: string
  name: string
  units: number
  schedule: Schedule
  /** Share of units that get lived in, and share of entrants who come from outside the city; 0–1. */
  occupancy: number
  fromOutside: number
  /** Persons per unit by sex and age at entry, length n. */
  profile: AgeValues
  /** Parcels, to see two projects on the same ground. */
  parcels?: readonly string[]
}

/**
 * How a case keeps past development, which is inside past migration rates, from being counted again: it takes
 * the past inflow out (persons at the end of the reference period by group, and the residents at its start),
 * takes rates of young people from elsewhere, or states in writing that there was none.
 */
export type DoubleCountGuard =
  | { kind: 'remove'; pastInflow: AgeValues; pastBase: AgeValues }
  | { kind: 'replace'; rates: AgeValues; source: string }
  | { kind: 'declared'; statement: string }

export type DevelopmentPlan = {
  sites: readonly Site[]
  guard: DoubleCountGuard | undefined
  /** The largest net inflow of persons a period the city has seen; more than twice of it is told. */
  largestInflow?: number
}

/** Adds the entrants of all sites to a case (開発反映). E-DEV without a guard, or with an impossible site. */
export function withDevelopment(
  inputs: ProjectionInputs,
  { sites, guard, largestInflow }: DevelopmentPlan,
): { inputs: ProjectionInputs; flags: Flag[] } {
  if (!guard || (guard.kind === 'declared' && guard.statement.trim() === '')) {
    refuse(
      'E-DEV',
      'guard',
      '過去の開発による転入が移動率に含まれています。二重に数えない方法を1つ選んでください',
    )
  }
  for (const site of sites) refuseImpossible(site, inputs.ages)
  const flags = sharedParcels(sites)
  const periods = inputs.periods.map((period, at) => {
    const additions = sites.map((site) => entrantsOf(site, period))
    if (largestInflow !== undefined) flags.push(...tooMany(additions, { period, at, largestInflow }))
    const migration = guardedMigration({ inputs, period, guard })
    return { ...period, migration, additions: [...(period.additions ?? []), ...additions] }
  })
  return { inputs: { ...inputs, periods }, flags }
}

function refuseImpossible(
  { id, name, units, occupancy, fromOutside, profile, schedule }: Site,
  ages: AgeGroups,
) {
  const isShare = (value: number) => value >= 0 && value <= 1
  const groups = groupCount(ages)
  const problems = [
    ...(units >= 0 ? [] : ['戸数が負です']),
    ...(isShare(occupancy) && isShare(fromOutside) ? [] : ['入居率と市外からの割合は0から1です']),
    ...(sexes.every((sex) => profile[sex].length === groups) ? [] : [`入居者の年齢区分は${groups}個です`]),
    ...(plannedShare(schedule) <= 1 + 1e-9 ? [] : ['入居の割合の合計が1を超えています']),
  ]
  if (problems.length > 0) refuse('E-DEV', `sites.${id}`, `${name}：${problems.join('。')}`)
}

const plannedShare = (schedule: Schedule) =>
  schedule.kind === 'logistic' ? 1 : schedule.shares.reduce((sum, { share }) => sum + share, 0)

/** D = U·u(t)·φ·e·a, arriving half at the start and half at the end of the period. */
export function entrantsOf(site: Site, period: Pick<PeriodInputs, 'from' | 'to'>): Addition {
  const units = site.units * takenShare(site.schedule, period) * site.occupancy * site.fromOutside
  const persons = (values: readonly number[]) => values.map((perUnit) => perUnit * units)
  return { id: site.id, timing: 'half', M: persons(site.profile.M), F: persons(site.profile.F) }
}

function takenShare(schedule: Schedule, { from, to }: Pick<PeriodInputs, 'from' | 'to'>): number {
  if (schedule.kind === 'table') {
    const within = schedule.shares.filter(({ year }) => year >= from && year < to)
    return within.reduce((sum, { share }) => sum + share, 0)
  }
  const taken = (year: number) => 1 / (1 + Math.exp(-schedule.perYear * (year - schedule.middleYear)))
  return taken(to) - taken(from)
}

type Guarded = { inputs: ProjectionInputs; period: PeriodInputs; guard: DoubleCountGuard }

function guardedMigration({ inputs, period, guard }: Guarded): PeriodInputs['migration'] {
  const { migration } = period
  if (guard.kind === 'declared') return migration
  if (migration.kind !== 'net-rate') {
    return refuse('E-DEV', 'guard', '過去の開発を取り除けるのは、純移動率で推計するケースだけです')
  }
  const [M, F] = sexes.map((sex) =>
    guard.kind === 'remove'
      ? withoutPast(migration[sex], { base: guard.pastBase[sex], past: guard.pastInflow[sex] })
      : migration[sex].map((rate, move) =>
          isReplaced(move, inputs.ages) ? (guard.rates[sex][move] as number) : rate,
        ),
  ) as [number[], number[]]
  return { ...migration, M, F }
}

/** nm_i ← nm_i − D_i/source_i, the source being those at the start of the reference period. */
function withoutPast(
  rates: readonly number[],
  { base, past }: { base: readonly number[]; past: readonly number[] },
) {
  const open = base.length - 1
  return rates.map((rate, move) => {
    if (move === 0) return rate
    const group = Math.min(move, open)
    const source = (base[move - 1] as number) + (move === open ? (base[open] as number) : 0)
    const inflow = past[group] as number
    if (inflow === 0) return rate
    if (source === 0)
      return refuse('E-DEV', `guard.${move}`, '誰もいない年齢区分から、過去の転入を引けません')
    return rate - inflow / source
  })
}

/** The moves into the ages 5–14 and 15–44, where development shows. */
export const isReplaced = (move: number, { width }: AgeGroups) => move > 0 && move * width < 45

function sharedParcels(sites: readonly Site[]): Flag[] {
  const owner = new Map<string, string>()
  const flags: Flag[] = []
  for (const { id, name, parcels = [] } of sites) {
    for (const parcel of parcels) {
      const other = owner.get(parcel)
      const message = `「${other}」と「${name}」が同じ土地（${parcel}）にあります`
      if (other !== undefined) flags.push({ code: 'W-DEV', path: `sites.${id}`, message })
      owner.set(parcel, name)
    }
  }
  return flags
}

function tooMany(
  additions: readonly Addition[],
  { period, at, largestInflow }: { period: PeriodInputs; at: number; largestInflow: number },
): Flag[] {
  const persons = additions.flatMap(({ M, F }) => [...M, ...F]).reduce((sum, count) => sum + count, 0)
  if (persons <= 2 * largestInflow) return []
  const message = `${period.from}～${period.to}年の開発による転入（${Math.round(persons)}人）が、これまでの最大の転入超過の2倍を超えます`
  return [{ code: 'W-DEV', path: `periods.${at}`, message }]
}
