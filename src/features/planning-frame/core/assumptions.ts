import { z } from 'zod'
import { withDevelopment } from '#src/lib/demography/development.ts'
import type { Flag } from '#src/lib/demography/projection-error.ts'
import type { ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'
import { withFertilityTimes, withMigrationTimes } from '#src/lib/demography/scenario-edits.ts'
import type { ValuePath } from '#src/lib/demography/value-path.ts'
import { guardOf, guardTable } from './guard-table.ts'
import { newcomerProfile, type OwnProfile, ownProfile } from './newcomer-profiles.ts'
import { headshipAssumption, participationAssumption } from './rate-assumptions.ts'

const factor = z.number().min(0).max(5)

/** How one period differs from the inputs: births, net inflow and net outflow times a factor. */
const periodFactors = z.strictObject({
  from: z.int(),
  to: z.int(),
  fertility: factor,
  inflow: factor,
  outflow: factor,
})
export type PeriodFactors = z.infer<typeof periodFactors>

/** Entrants of a housing development (開発地) by year, persons from outside the city. */
const siteEntrants = z.strictObject({
  name: z.string(),
  /** A built-in profile, or the name of one of the city's own. */
  profile: z.string(),
  entrants: z.array(z.strictObject({ year: z.int(), persons: z.number().min(0) })),
})
export type SiteEntrants = z.infer<typeof siteEntrants>

/**
 * What a scenario changes in its inputs (仮定). `guard` says in writing why the entrants are not inside past migration
 * already; with `guardTable` it says where the figures come from that take them out of it. Factors multiply what is left.
 * Households and workers are had by rates of sex and age, or by one ratio each (簡易), where the planner gives it.
 */
export const assumptions = z.strictObject({
  factors: z.array(periodFactors).default([]),
  sites: z.array(siteEntrants).default([]),
  profiles: z.array(ownProfile).default([]),
  guard: z.string().default(''),
  guardTable: guardTable.optional(),
  households: z.strictObject({ size: z.number(), change: z.number(), floor: z.number() }).optional(),
  workers: z.strictObject({ share: z.number() }).optional(),
  headship: headshipAssumption.optional(),
  participation: participationAssumption.optional(),
})
export type Assumptions = z.infer<typeof assumptions>

export const noAssumptions: Assumptions = assumptions.parse({})

/** The factors of every period; those not mentioned stay as they are. */
export function factorsOf(
  { periods }: Pick<ProjectionInputs, 'periods'>,
  given: readonly PeriodFactors[],
): PeriodFactors[] {
  return periods.map(({ from, to }) => {
    const own = given.find((row) => row.from === from && row.to === to)
    return own ?? { from, to, fertility: 1, inflow: 1, outflow: 1 }
  })
}

/**
 * The inputs with everything the scenario assumes; entrants beyond twice the largest inflow the city has seen are told.
 * Refuses with ProjectionError what cannot be assumed.
 */
export function withAssumptions(
  inputs: ProjectionInputs,
  { factors, sites, profiles, guard, guardTable }: Assumptions,
  largestInflow?: number,
): { inputs: ProjectionInputs; notes: Flag[] } {
  const isDeveloped = sites.length > 0 || guardTable !== undefined
  const developed = isDeveloped
    ? withDevelopment(inputs, {
        sites: sites.map((site, at) => siteOf(site, { at, inputs, profiles })),
        guard: guardOf(guard, guardTable),
        ...(largestInflow === undefined ? {} : { largestInflow }),
      })
    : { inputs, flags: [] }
  return { inputs: withFactors(developed.inputs, factorsOf(inputs, factors)), notes: developed.flags }
}

/** Entrants of sites are no net migration, so that the factors leave them alone. */
function withFactors(inputs: ProjectionInputs, rows: readonly PeriodFactors[]): ProjectionInputs {
  const path = (key: 'fertility' | 'inflow' | 'outflow'): ValuePath => ({
    kind: 'table',
    values: rows.map((row) => ({ from: row.from, to: row.to, value: row[key] })),
  })
  const isChanged = (key: 'fertility' | 'inflow' | 'outflow') => rows.some((row) => row[key] !== 1)
  const births = isChanged('fertility') ? withFertilityTimes(inputs, path('fertility')) : inputs
  if (!isChanged('inflow') && !isChanged('outflow')) return births
  return withMigrationTimes(births, { inflow: path('inflow'), outflow: path('outflow') })
}

/** Persons by year as a site of the engine: one person a unit. */
function siteOf(
  { name, profile, entrants }: SiteEntrants,
  { at, inputs, profiles }: { at: number; inputs: ProjectionInputs; profiles: readonly OwnProfile[] },
) {
  const units = entrants.reduce((sum, { persons }) => sum + persons, 0)
  return {
    id: `site-${at + 1}`,
    name,
    units,
    schedule: {
      kind: 'table' as const,
      shares: entrants.map(({ year, persons }) => ({ year, share: units > 0 ? persons / units : 0 })),
    },
    occupancy: 1,
    fromOutside: 1,
    profile: newcomerProfile(profile, { ages: inputs.ages, residents: inputs.base, own: profiles }),
  }
}
