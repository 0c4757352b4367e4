import type { LintContext } from '#src/features/plan/core/lint/finding.ts'
import { lintPlan } from '#src/features/plan/core/lint/lint-plan.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'

/** Rules of the lint that recalculate what a draft says: totals, shares, sums of money, figures in the text. */
const sumRules = new Set(['DC011', 'EV003', 'FN001', 'IN009'])

/**
 * 計算の点検: what does not add up in the draft that residents are asked about, one sentence each. What somebody waived
 * with a reason is let through.
 */
export function draftSums(plan: PlanDocument, context: LintContext): string[] {
  return lintPlan(plan, context)
    .findings.filter(
      ({ ruleId, severity, waivedBy }) => sumRules.has(ruleId) && severity === 'E' && !waivedBy,
    )
    .map(({ ruleId, message }) => `${message}（${ruleId}）`)
}
