import type { LintContext } from '#src/features/plan/core/lint/finding.ts'
import { getPublicVersion } from '#src/features/plan/store/queries/public.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'
import type { CaseSheet } from '../../core/case.ts'
import { draftSums } from '../../core/draft-sums.ts'
import { type OpeningCheck, openingChecks } from '../../core/opening.ts'
import { listMaterials } from './materials.ts'

type Asked = { id: string; sheet: CaseSheet }

/** What was looked at before a case is announced: what stops it, what does not, and why. */
export async function listOpeningChecks(context: Context, { id, sheet }: Asked): Promise<OpeningCheck[]> {
  const { plan } = await getPublicVersion(context, sheet.versionId)
  const made = (await listMaterials(context, id)).filter(({ fileId }) => fileId !== undefined)
  const facts: LintContext = { ...(await context.lintFacts?.(context, plan.planId)) }
  const today = tokyoDay(context.now)
  const sums = draftSums(plan, { today, ...(facts.rendered ? { rendered: facts.rendered } : {}) })
  return openingChecks(sheet, {
    ...sums,
    today,
    versionLabel: plan.version.label,
    madePapers: made.length,
  })
}
