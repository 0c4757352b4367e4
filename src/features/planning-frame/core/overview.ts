import type { Problem } from '#src/lib/demography/projection-error.ts'
import { type AgeRow, ageRows } from './age-table.ts'
import { type ScenarioRun, tryScenario } from './run-scenario.ts'
import type { Scenario } from './scenario.ts'

/** A scenario beside the others: what comes out of it, or why nothing does. */
export type OverviewRow = { scenario: Scenario } & (
  | { run: ScenarioRun; rows: AgeRow[]; problems?: undefined }
  | { run?: undefined; rows?: undefined; problems: readonly Problem[] }
)

/** Projects all scenarios once. */
export function overviewOf(scenarios: readonly Scenario[]): OverviewRow[] {
  return scenarios.map((scenario) => {
    const { run, problems } = { run: undefined, problems: undefined, ...tryScenario(scenario) }
    return run ? { scenario, run, rows: ageRows(run.result) } : { scenario, problems: problems ?? [] }
  })
}

const mostYears = 8

/** The years a table of several scenarios shows: those any of them has, thinned out evenly where they are many. */
export function overviewYears(overview: readonly OverviewRow[]): number[] {
  const all = [...new Set(overview.flatMap(({ rows = [] }) => rows.map(({ year }) => year)))].sort(
    (a, b) => a - b,
  )
  const every = Math.ceil(all.length / mostYears)
  return all.filter((_, at) => (all.length - 1 - at) % every === 0)
}
