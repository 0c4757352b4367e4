import { fiscalYearOf } from '#src/lib/japanese/fiscal-year.ts'
import type { Rule } from './finding.ts'
import { actualsOf } from './indicator-words.ts'

/** IN015: the plan runs for years and nothing was ever recorded. */
export const neverMeasured: Rule = {
  id: 'IN015',
  group: 'IN',
  severity: 'E',
  gate: 'G5',
  title: '一度も実績がない',
  rationale: 'ある市では、794の成果指標のうち74に一度も値が入っていませんでした。',
  needs: ['today'],
  thresholds: [2],
  check: ({ plan }, { today = '' }, [years = 2]) =>
    plan.indicators
      .filter((indicator) => {
        const lagYears = Math.ceil((indicator.dataLagMonths ?? 0) / 12)
        const since = Math.max(indicator.baseline.fiscalYear + 1, plan.period.fiscalYears[0])
        return actualsOf(indicator).length === 0 && fiscalYearOf(today) >= since + lagYears + years
      })
      .map(({ id, name }) => ({
        subjectId: id,
        field: 'actuals',
        message: `「${name}」には、一度も実績が入っていません。`,
        advice: '値を入れるか、測れない理由を書いて指標を見直してください。',
      })),
}
