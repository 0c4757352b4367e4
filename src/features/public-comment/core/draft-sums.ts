import type { Finding, LintContext } from '#src/features/plan/core/lint/finding.ts'
import { lintPlan } from '#src/features/plan/core/lint/lint-plan.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'

/** Rules of the lint that recalculate what a draft says: totals, shares, sums of money, figures in the text. */
const sumRules = new Set(['DC011', 'EV003', 'FN001', 'IN009'])

/** A finding somebody let through (例外), with what residents read of it too. */
export type WaivedSum = { message: string; reason: string; grantedBy: string; expiresOn: string }

/** 計算の点検 of a draft: what does not add up, what of it was waived, and how much else the lint says. */
export type DraftSums = { wrong: string[]; waived: WaivedSum[]; others: number }

/** A waiver counts until its last day: afterwards its finding stops the case as any other. */
export function draftSums(plan: PlanDocument, context: LintContext): DraftSums {
  const { findings } = lintPlan(plan, context)
  const sums = findings.filter(({ ruleId, severity }) => sumRules.has(ruleId) && severity === 'E')
  const words = ({ ruleId, message }: Finding) => `${message}（${ruleId}）`
  const units = new Map(plan.units.map(({ id, name }) => [id, name]))
  return {
    wrong: sums.filter(({ waivedBy }) => !waivedBy).map(words),
    waived: sums.flatMap((finding) => {
      const waiver = plan.waivers.find(({ id }) => id === finding.waivedBy)
      if (!waiver) return []
      const { reason, grantedBy, expiresOn } = waiver
      return { message: words(finding), reason, grantedBy: units.get(grantedBy) ?? '', expiresOn }
    }),
    others: findings.filter(
      (finding) => finding.severity !== 'I' && !finding.waivedBy && !sums.includes(finding),
    ).length,
  }
}
