import { fiscalYearLabel } from '#src/lib/japanese/fiscal-year.ts'
import type { Rule } from './finding.ts'
import { actualsOf } from './indicator-words.ts'

/** IN016: cumulative or annual is not declared, or a cumulative series falls. */
export const accumulationUnclear: Rule = {
  id: 'IN016',
  group: 'IN',
  severity: 'E',
  gate: 'G2',
  title: '累計か単年かが決まっていない、または累計が減っている',
  rationale: '累計と単年を取り違えると、目標に届いたかどうかが逆になります。',
  needs: [],
  check: ({ plan }) =>
    plan.indicators.flatMap((indicator) => {
      const { id, name, accumulation } = indicator
      if (accumulation === null) {
        return [
          {
            subjectId: id,
            field: 'accumulation',
            message: `「${name}」は、累計か単年かが決まっていません。`,
            advice: '累計・単年・時点のどれかを選んでください。',
          },
        ]
      }
      if (accumulation !== 'cumulative') return []
      const actuals = actualsOf(indicator)
      const fall = actuals.find(({ value }, at) => value < (actuals[at - 1]?.value ?? value))
      if (!fall) return []
      return [
        {
          subjectId: id,
          field: 'actuals',
          message: `「${name}」は「累計」ですが、${fiscalYearLabel(fall.fiscalYear)}に減っています。`,
          advice: '値か、累計・単年の別を確かめてください。',
        },
      ]
    }),
}
