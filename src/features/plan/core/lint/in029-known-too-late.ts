import type { Rule } from './finding.ts'

/** IN029: the value of the target year is known long after the plan has ended. */
export const knownTooLate: Rule = {
  id: 'IN029',
  group: 'IN',
  severity: 'W',
  gate: 'G3',
  title: '目標年度の値が分かるのが遅い',
  rationale: '次の計画を決めた後に結果が分かるのでは、生かせません。',
  needs: [],
  thresholds: [12],
  check: ({ plan }, _context, [most = 12]) =>
    plan.indicators.flatMap(({ id, name, target, dataLagMonths }) => {
      if (!target || dataLagMonths === null) return []
      const months = dataLagMonths - 12 * (plan.period.fiscalYears[1] - target.fiscalYear)
      if (months <= most) return []
      return [
        {
          subjectId: id,
          field: 'dataLagMonths',
          message: `「${name}」の目標年度の値が、計画終了後${months}か月まで分かりません。`,
          advice: '早く分かる代わりの値を探すか、目標年度を早めてください。',
        },
      ]
    }),
}
