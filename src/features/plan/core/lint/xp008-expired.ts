import { fiscalYearLabel, fiscalYearOf } from '#src/lib/japanese/fiscal-year.ts'
import type { Rule } from './finding.ts'
import { linkedPlans } from './linked-plans.ts'

/** XP008: a linked plan that is over already. */
export const expiredPlan: Rule = {
  id: 'XP008',
  group: 'XP',
  severity: 'W',
  gate: 'G2',
  title: '関連する計画の期間が終わっている',
  rationale: '終わった計画に結んでも、取組は続きません。',
  needs: ['today'],
  check: (index, { today = '' }) =>
    linkedPlans(index).flatMap(({ related: { id, name, period, successorId }, measure }) => {
      if (!period || period.end >= today || successorId !== undefined) return []
      return [
        {
          subjectId: measure.id,
          field: 'relatedPlanLinks',
          relatedIds: [id],
          message: `「${name}」の計画期間が終わっています（${fiscalYearLabel(fiscalYearOf(period.end))}まで）。`,
          advice: '次の計画を登録し、後継として結んでください。',
        },
      ]
    }),
}
