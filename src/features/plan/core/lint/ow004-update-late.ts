import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import type { Rule } from './finding.ts'
import { actualsOf } from './indicator-words.ts'

const day = 86_400_000

/** OW004: a value that should be known by now is not recorded. Only where the lag in months is given. */
export const updateLate: Rule = {
  id: 'OW004',
  group: 'OW',
  severity: 'W',
  gate: 'G5',
  title: '実績の更新が遅れている',
  rationale: '更新されない指標は、計画が使われていないしるしです。',
  needs: ['today'],
  thresholds: [30],
  check: ({ plan }, { today = '' }, [most = 30]) => {
    const [first, last] = plan.period.fiscalYears
    const now = Date.parse(today)
    return plan.indicators.flatMap((indicator) => {
      const { id, name, dataLagMonths, frequency } = indicator
      if (dataLagMonths === null || !/毎年/.test(frequency)) return []
      const recorded = new Set(actualsOf(indicator).map(({ fiscalYear }) => fiscalYear))
      for (let year = last; year >= first; year--) {
        const late = Math.floor((now - Date.UTC(year + 1, 3 + dataLagMonths, 1)) / day)
        if (late <= most) continue
        if (recorded.has(year)) return []
        return [
          {
            subjectId: id,
            field: 'actuals',
            key: String(year),
            message: `「${name}」の${fiscalYearLabel(year)}の更新が${late}日遅れています。`,
            advice: '実績を入れるか、まだ分からない理由を注に書いてください。',
          },
        ]
      }
      return []
    })
  },
}
