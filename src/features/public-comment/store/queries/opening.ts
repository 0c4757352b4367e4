import type { LintContext } from '#src/features/plan/core/lint/finding.ts'
import { getPublicVersion } from '#src/features/plan/store/queries/public.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import { type CaseSheet, openingProblems } from '../../core/case.ts'
import { draftSums } from '../../core/draft-sums.ts'
import { listMaterials } from './materials.ts'

type Asked = { id: string; sheet: CaseSheet }

/** What still stands in the way of announcing a case: papers, places, and sums of the draft that do not agree. */
export async function listOpeningProblems(context: Context, { id, sheet }: Asked): Promise<string[]> {
  const { plan } = await getPublicVersion(context, sheet.versionId)
  const made = (await listMaterials(context, id)).filter(({ fileId }) => fileId !== undefined)
  const facts: LintContext = { ...(await context.lintFacts?.(context, plan.planId)) }
  const sums = draftSums(plan, {
    today: tokyoDay(context.now),
    ...(facts.rendered ? { rendered: facts.rendered } : {}),
  })
  return openingProblems(sheet, { madePapers: made.length, sums })
}
