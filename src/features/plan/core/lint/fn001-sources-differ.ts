import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import type { Rule } from './finding.ts'

/** FN001: the sources of a budget row do not add up to its total. */
export const sourcesDiffer: Rule = {
  id: 'FN001',
  group: 'FN',
  severity: 'E',
  gate: 'G3',
  title: '財源の合計が事業費と合わない',
  rationale: '合わない表は、どの数も疑われます。',
  needs: [],
  check: ({ plan }) =>
    plan.projects.flatMap(({ id, title, budget }) =>
      budget.flatMap(({ fiscalYear, national, prefectural, bond, other, general, total }) => {
        const difference = national + prefectural + bond + other + general - total
        if (difference === 0) return []
        const sign = difference > 0 ? '＋' : '−'
        return [
          {
            subjectId: id,
            field: 'budget',
            key: String(fiscalYear),
            message: `${plan.labels.project}「${title}」の${fiscalYearLabel(fiscalYear)}の財源の合計が、事業費と合いません（${sign}${Math.abs(difference).toLocaleString('ja-JP')}千円）。`,
            advice: '財源の内訳か合計を直してください。',
          },
        ]
      }),
    ),
}
