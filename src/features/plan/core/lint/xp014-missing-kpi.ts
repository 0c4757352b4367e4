import { normalForm } from '#src/lib/text/normal-form.ts'
import type { Rule } from './finding.ts'

/** XP014: the strategy (総合戦略) measures something that this plan does not know. */
export const missingKpi: Rule = {
  id: 'XP014',
  group: 'XP',
  severity: 'W',
  gate: 'G3',
  title: '総合戦略のKPIが総合計画にない',
  rationale: '2つの計画で別々のものさしを使わないためです。',
  needs: ['registry'],
  check: ({ plan }, { registry = [] }) => {
    const own = new Set(plan.indicators.map(({ name }) => normalForm(name)))
    return registry
      .filter(({ isStrategy }) => isStrategy)
      .flatMap(({ relatedId, title, indicators }) =>
        indicators
          .filter(({ name }) => !own.has(normalForm(name)))
          .map(({ name }) => ({
            subjectId: relatedId,
            key: normalForm(name),
            message: `「${title}」のKPI「${name}」が、この計画にありません。`,
            advice: '関わる施策の指標に加えるか、加えない理由を例外に書いてください。',
          })),
      )
  },
}
