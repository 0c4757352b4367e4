import { numberIn } from '#src/lib/table/pasted-rows.ts'
import { type ProjectionResult, projectByCohortComponent } from './cohort-component.ts'
import { type Problem, ProjectionError } from './projection-error.ts'
import type { ProjectionInputs } from './projection-inputs.ts'
import { withFertilityTimes, withMigrationTimes } from './scenario-edits.ts'

/** Factors for all periods of a scenario at once: for trying out, kept nowhere. */
export const trialLabels = {
  fertility: '出生の倍率',
  inflow: '転入超過の倍率',
  outflow: '転出超過の倍率',
} as const
export type TrialFactor = keyof typeof trialLabels
export type TrialFactors = Record<TrialFactor, number>
export const trialNames = Object.keys(trialLabels) as TrialFactor[]
export const largestFactor = 3

/** What comes of the factors, beside the scenario as it is; or why it cannot be. */
export type Trial =
  | { base: ProjectionResult; tried: ProjectionResult; problems?: undefined }
  | { problems: readonly Problem[] }

/** Reads factors as they were typed; what was left out is 1, undefined when one of them is no factor. */
export function readTrialFactors(entered: Readonly<Record<string, string>>): TrialFactors | undefined {
  const factors = { fertility: 1, inflow: 1, outflow: 1 }
  for (const name of trialNames) {
    const typed = entered[name]
    if (typed === undefined) continue
    const value = numberIn(typed.normalize('NFKC'))
    if (value === undefined || value < 0 || value > largestFactor) return undefined
    factors[name] = value
  }
  return factors
}

/** Projects a scenario with the factors. The same on the server and in the browser: it is the same code. */
export function tryFactors(inputs: ProjectionInputs, { fertility, inflow, outflow }: TrialFactors): Trial {
  const constant = (value: number) => ({ kind: 'constant', value }) as const
  try {
    const births = withFertilityTimes(inputs, constant(fertility))
    const moved =
      inflow === 1 && outflow === 1
        ? births
        : withMigrationTimes(births, { inflow: constant(inflow), outflow: constant(outflow) })
    return { base: projectByCohortComponent(inputs), tried: projectByCohortComponent(moved) }
  } catch (error) {
    if (!(error instanceof ProjectionError)) throw error
    return { problems: error.problems }
  }
}

/** One year of a trial in whole persons. */
export type TrialRow = { year: number; before: number; after: number }

/** Totals of both courses by year. */
export function trialRows({ base, tried }: Extract<Trial, { base: unknown }>): TrialRow[] {
  return tried.years.map((year) => ({ year, before: totalIn(base, year), after: totalIn(tried, year) }))
}

function totalIn({ population }: ProjectionResult, year: number): number {
  const { M = [], F = [] } = population[year] ?? {}
  return Math.round([...M, ...F].reduce((sum, persons) => sum + persons, 0))
}
