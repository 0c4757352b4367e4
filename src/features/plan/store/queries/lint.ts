import type { PlanDocument } from '#src/formats/plan-document.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Comparison, compareFindings } from '../../core/lint/compare-findings.ts'
import type { LintContext } from '../../core/lint/finding.ts'
import { type LintReport, lintPlan } from '../../core/lint/lint-plan.ts'
import { permissions } from '../../core/permissions.ts'
import { findPrimaryPlan, getPlanDocument } from './plans.ts'
import { findLastVersion } from './versions.ts'

type Judged = { today: string; previousId: string; facts: object; report: LintReport }
const known = new WeakMap<PlanDocument, Judged>()

const nothing = {}

/** What a plan is judged by: the day, the last version, and what the other rooms know of it. */
async function basisOf(context: Context, planId: string) {
  authorize(context, permissions, 'read-working-plan')
  const facts = (await context.lintFacts?.(context, planId)) ?? nothing
  const previous = await findLastVersion(context, planId)
  return { today: tokyoDay(context.now), facts, previous }
}

export async function lintContextOf(context: Context, planId: string): Promise<LintContext> {
  const { today, facts, previous } = await basisOf(context, planId)
  return { ...facts, today, ...(previous ? { previous } : {}) }
}

/** The findings of the working plan as of today. Judged again only when the plan or what it is judged by is another. */
export async function lintNow(context: Context, plan: PlanDocument): Promise<LintReport> {
  const { today, facts, previous } = await basisOf(context, plan.planId)
  const previousId = previous?.version.id ?? ''
  const last = known.get(plan)
  if (last?.today === today && last.previousId === previousId && last.facts === facts) return last.report
  const report = lintPlan(plan, { ...facts, today, ...(previous ? { previous } : {}) })
  known.set(plan, { today, previousId, facts, report })
  return report
}

/** Which findings the last version had already, and which it had and are gone; undefined before the first version. */
export async function compareWithLastVersion(
  context: Context,
  plan: PlanDocument,
): Promise<(Comparison & { label: string }) | undefined> {
  const { previous, ...facts } = await lintContextOf(context, plan.planId)
  if (!previous) return undefined
  const before = lintPlan(previous, facts)
  const now = await lintNow(context, plan)
  return { ...compareFindings(before.findings, now.findings), label: previous.version.label }
}

/** How many findings of the city's plan would stop it: the number in the menu. */
export async function countErrors(context: Context): Promise<number> {
  const primary = await findPrimaryPlan(context)
  if (!primary) return 0
  const { findings } = await lintNow(context, await getPlanDocument(context, primary.id))
  return findings.filter(({ severity, waivedBy }) => severity === 'E' && !waivedBy).length
}
