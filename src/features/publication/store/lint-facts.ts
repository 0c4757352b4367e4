import type { LintContext } from '#src/features/plan/core/lint/finding.ts'
import { getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import type { Context } from '#src/platform/context.ts'
import { getFile } from '#src/platform/files.ts'
import { listJobs } from '#src/platform/jobs/jobs.ts'
import { bookFacts } from '../core/book-facts.ts'
import { listBrokenSources } from './queries/sources.ts'

type Facts = Pick<LintContext, 'broken' | 'rendered'>

/** For the lint: what the evidence of a plan names in other rooms and is not there, and how plans are set as books. */
export async function lintFacts(context: Context, planId: string): Promise<Facts> {
  const plan = await getPlanDocument(context, planId)
  return {
    broken: await listBrokenSources(context, plan),
    rendered: { of: bookFacts, pages: await pagesOfLastBook(context, plan.title) },
  }
}

/** How many pages the plan book of this plan had when it was made last. */
async function pagesOfLastBook(context: Context, title: string): Promise<number | undefined> {
  for (const { state, fileId, remarks } of await listJobs(context, ['plan-book'])) {
    if (state !== 'done' || !fileId) continue
    const { name } = await getFile(context, fileId)
    if (name.startsWith(`${title} `)) return Number(/^\d+/.exec(remarks[0] ?? '')?.[0]) || undefined
  }
  return undefined
}
