import type { Problem } from '#src/lib/demography/projection-error.ts'
import { ProjectionError } from '#src/lib/demography/projection-error.ts'
import type { ProjectionInputs } from '#src/lib/demography/projection-inputs.ts'
import { type Assumptions, withAssumptions } from './assumptions.ts'
import { type HouseholdRow, householdRows } from './households.ts'
import { largestInflow } from './largest-inflow.ts'
import { type FrameProjection, runProjections } from './run-projections.ts'
import { type ResidentCount, usualDraws } from './scenario.ts'
import { type WorkerRow, workerRows } from './workers.ts'

type Runnable = { inputs: ProjectionInputs; assumptions: Assumptions; seed: number }

/** A scenario as it comes out: the inputs with its assumptions, the residents, their households and workers. */
export type ScenarioRun = {
  inputs: ProjectionInputs
  result: FrameProjection
  households: HouseholdRow[]
  workers: WorkerRow[]
}

/** `counts`: what was counted in the city, to see whether a development is larger than anything before. */
export type RunOptions = {
  withFan?: boolean
  above?: number | undefined
  counts?: readonly ResidentCount[]
}

/** Projects a scenario that may be impossible: the run, or every reason why there is none. */
export function tryScenario(
  scenario: Runnable,
  options: RunOptions = {},
): { run: ScenarioRun; problems?: undefined } | { run?: undefined; problems: readonly Problem[] } {
  const { withFan, above, counts = [] } = options
  try {
    const { inputs, notes } = withAssumptions(scenario.inputs, scenario.assumptions, largestInflow(counts))
    const fan = withFan ? { draws: usualDraws, seed: scenario.seed, above } : undefined
    const { results, refused } = runProjections([{ inputs, notes }], { fan })
    const [result] = results
    if (!result) return { problems: refused.flatMap(({ problems }) => problems) }
    const households = householdRows(result, scenario.assumptions)
    return { run: { inputs, result, households, workers: workerRows(result, scenario.assumptions) } }
  } catch (error) {
    if (!(error instanceof ProjectionError)) throw error
    return { problems: error.problems }
  }
}

/** Projects a kept scenario: what cannot be projected was refused when it was kept. */
export function runScenario(scenario: Runnable, options: RunOptions = {}): ScenarioRun {
  const tried = tryScenario(scenario, options)
  if (tried.problems) throw new RangeError(tried.problems.map(({ message }) => message).join('。'))
  return tried.run
}
