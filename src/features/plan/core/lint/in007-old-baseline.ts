import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import type { Rule } from './finding.ts'

/** IN007: the baseline is older than the plan allows. */
export const oldBaseline: Rule = {
  id: 'IN007',
  group: 'IN',
  severity: 'W',
  gate: 'G3',
  title: '基準値が古い',
  rationale: '古い基準では、計画が始まる前の変化まで成果に数えてしまいます。',
  needs: [],
  thresholds: [3],
  check: ({ plan }, _context, [years = 3]) => {
    const first = plan.period.fiscalYears[0]
    return plan.indicators
      .filter(({ baseline }) => baseline.value !== null && baseline.fiscalYear < first - years)
      .map(({ id, name, baseline }) => ({
        subjectId: id,
        field: 'baseline',
        message: `「${name}」の基準値が、計画の始まりより${first - baseline.fiscalYear}年前のものです（${fiscalYearLabel(baseline.fiscalYear)}）。`,
        advice: '新しい値があれば入れ替え、なければ理由を注に書いてください。',
      }))
  },
}
