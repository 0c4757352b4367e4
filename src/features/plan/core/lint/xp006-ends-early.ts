import { fiscalYearLabel, fiscalYearOf } from '#src/lib/japanese/fiscal-year.ts'
import type { Rule } from './finding.ts'
import { linkedPlans } from './linked-plans.ts'

/** XP006: a linked plan ends before this one and nothing follows it, or hardly meets it. */
export const endsEarly: Rule = {
  id: 'XP006',
  group: 'XP',
  severity: 'W',
  gate: 'G3',
  title: '関連する計画が途中で終わる',
  rationale: '頼りにする計画が途中で終わると、その先の取組が決まりません。',
  needs: [],
  thresholds: [1],
  check: (index, _context, [least = 1]) =>
    linkedPlans(index).flatMap(({ related: { id, name, period, successorId }, measure }) => {
      if (!period) return []
      const { start, end } = index.plan.period
      const from = [period.start, start].sort()[1] ?? start
      const to = [period.end, end].sort()[0] ?? end
      const years = (Date.parse(to) - Date.parse(from)) / 86_400_000 / 365.25
      const isOver = period.end < end && successorId === undefined
      if (!isOver && years >= least - 0.01) return []
      const last = fiscalYearLabel(fiscalYearOf(period.end))
      return [
        {
          subjectId: measure.id,
          field: 'relatedPlanLinks',
          relatedIds: [id],
          message: isOver
            ? `「${name}」は${last}で終わります。`
            : `「${name}」とこの計画の期間が、ほとんど重なりません。`,
          advice: '次の計画を登録して後継として結ぶか、結び付きを見直してください。',
        },
      ]
    }),
}
