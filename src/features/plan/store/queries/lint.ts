import type { PlanDocument } from '#src/formats/plan-document.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type LintReport, lintPlan } from '../../core/lint/lint-plan.ts'
import { permissions } from '../../core/permissions.ts'
import { findPrimaryPlan, getPlanDocument } from './plans.ts'

const known = new WeakMap<PlanDocument, { today: string; report: LintReport }>()

/** The findings of the working plan as of today. Judged again only when the plan or the day is another. */
export async function lintNow(context: Context, plan: PlanDocument): Promise<LintReport> {
  authorize(context, permissions, 'read-working-plan')
  const today = tokyoDay(context.now)
  const last = known.get(plan)
  if (last?.today === today) return last.report
  const report = lintPlan(plan, { today })
  known.set(plan, { today, report })
  return report
}

/** How many findings of the city's plan would stop it: the number in the menu. */
export async function countErrors(context: Context): Promise<number> {
  const primary = await findPrimaryPlan(context)
  if (!primary) return 0
  const { findings } = await lintNow(context, await getPlanDocument(context, primary.id))
  return findings.filter(({ severity, waivedBy }) => severity === 'E' && !waivedBy).length
}
