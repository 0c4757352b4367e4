import type { Indicator } from '#src/formats/plan-indicator.ts'
import type { Rule } from './finding.ts'
import { actualsOf, better, ends } from './indicator-words.ts'

/**
 * IN018: the needed pace is more than twice the best there ever was (plan.md §12).
 *
 * Needed = (T − B) / (yT − yB); best = the largest mean yearly improvement over any 3 consecutive actuals.
 */
export const tooFast: Rule = {
  id: 'IN018',
  group: 'IN',
  severity: 'W',
  gate: 'G3',
  title: '過去最高の速さを大きく超える目標',
  rationale: 'これまでの最も速い改善の2倍を超える目標には、新しい手立ての説明が要ります。',
  needs: [],
  thresholds: [2],
  check: ({ plan }, _context, [times = 2]) =>
    plan.indicators.flatMap((indicator) => {
      const needed = neededPace(indicator)
      const best = bestPace(indicator)
      if (needed === undefined || best === undefined || needed <= 0 || needed <= times * Math.max(best, 0))
        return []
      return [
        {
          subjectId: indicator.id,
          field: 'target',
          message:
            best > 0
              ? `「${indicator.name}」には、過去最高の${(needed / best).toFixed(1)}倍の速さが要ります（年${rounded(best)}→年${rounded(needed)}${indicator.unit}）。`
              : `「${indicator.name}」はこれまで良くなった年がありませんが、年${rounded(needed)}${indicator.unit}の改善が要ります。`,
          advice: '何を変えるから届くのかを設定根拠に書くか、目標を見直してください。',
        },
      ]
    }),
}

const rounded = (value: number) => value.toLocaleString('en-US', { maximumFractionDigits: 1 })

function neededPace(indicator: Indicator): number | undefined {
  const both = ends(indicator)
  const years = (indicator.target?.fiscalYear ?? 0) - indicator.baseline.fiscalYear
  const change = both && better(indicator, both.from, both.to)
  return change === undefined || years <= 0 ? undefined : change / years
}

/** Over three consecutive records; years between them count as they are. */
function bestPace(indicator: Indicator): number | undefined {
  const actuals = actualsOf(indicator)
  const paces = actuals.slice(2).flatMap((last, at) => {
    const first = actuals[at]
    if (!first) return []
    return (better(indicator, first.value, last.value) ?? 0) / (last.fiscalYear - first.fiscalYear)
  })
  return paces.length === 0 || !indicator.direction || indicator.direction === 'maintain'
    ? undefined
    : Math.max(...paces)
}
