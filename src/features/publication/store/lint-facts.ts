import type { LintContext } from '#src/features/plan/core/lint/finding.ts'
import { getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import type { Context } from '#src/platform/context.ts'
import { listBrokenSources } from './queries/threads.ts'

/** For the lint: what the evidence of a plan names in other rooms and is not there. */
export async function lintFacts(context: Context, planId: string): Promise<Pick<LintContext, 'broken'>> {
  return { broken: await listBrokenSources(context, await getPlanDocument(context, planId)) }
}
