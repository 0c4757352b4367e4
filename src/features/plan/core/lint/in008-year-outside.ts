import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import type { Rule } from './finding.ts'

/** IN008: a target or interim year outside the plan period. */
export const yearOutside: Rule = {
  id: 'IN008',
  group: 'IN',
  severity: 'E',
  gate: 'G2',
  title: '目標年度が計画期間の外',
  rationale: '計画が終わってからの目標は、この計画では確かめられません。',
  needs: [],
  check: ({ plan }) => {
    const [first, last] = plan.period.fiscalYears
    return plan.indicators.flatMap(({ id, name, target, interim }) => {
      const years = [
        ...(target ? [['target', '目標年度', target.fiscalYear] as const] : []),
        ...interim.map(({ fiscalYear }) => ['interim', '中間年度', fiscalYear] as const),
      ]
      return years
        .filter(([, , year]) => year < first || year > last)
        .map(([field, label, year]) => ({
          subjectId: id,
          field,
          key: String(year),
          message: `「${name}」の${label}（${fiscalYearLabel(year)}）が計画期間の外です。`,
          advice: `${fiscalYearLabel(first)}から${fiscalYearLabel(last)}までの年度にしてください。`,
        }))
    })
  },
}
