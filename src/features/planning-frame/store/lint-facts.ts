import type { LintContext } from '#src/features/plan/core/lint/finding.ts'
import type { Context } from '#src/platform/context.ts'
import { ageRows } from '../core/age-table.ts'
import { runScenario } from '../core/run-scenario.ts'
import { findAdoptedFrame } from './queries.ts'

/** For the lint: the residents of the adopted frame by year, of all and by age. Nothing before one is adopted. */
export async function lintFacts(context: Context): Promise<Pick<LintContext, 'frame'>> {
  const adopted = await findAdoptedFrame(context)
  if (!adopted) return {}
  const rows = ageRows(runScenario(adopted).result)
  return {
    frame: {
      years: rows.map(({ year }) => year),
      groups: [
        { name: 'all', persons: rows.map(({ total }) => total) },
        { name: 'children', persons: rows.map(({ child }) => child) },
        { name: 'workers', persons: rows.map(({ workingAge }) => workingAge) },
        { name: 'elderly', persons: rows.map(({ elderly }) => elderly) },
      ],
    },
  }
}
