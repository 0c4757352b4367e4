import type { Rule } from './finding.ts'
import { ends, valueWords } from './indicator-words.ts'

/** IN024: an interim value off the way from baseline to target, or interim years out of order. */
export const interimOffTheWay: Rule = {
  id: 'IN024',
  group: 'IN',
  severity: 'W',
  gate: 'G2',
  title: '中間値が基準と目標の間にない',
  rationale: '途中で行き過ぎたり戻ったりする道すじには、説明が要ります。',
  needs: [],
  check: ({ plan }) =>
    plan.indicators.flatMap((indicator) => {
      const { id, name, unit, interim } = indicator
      const both = ends(indicator)
      const disordered = interim.some(
        ({ fiscalYear }, at) => fiscalYear <= (interim[at - 1]?.fiscalYear ?? 0),
      )
      const [low, high] = both ? [Math.min(both.from, both.to), Math.max(both.from, both.to)] : [0, 0]
      const off = both && interim.find(({ value }) => value !== null && (value < low || value > high))
      if (!off && !disordered) return []
      return [
        {
          subjectId: id,
          field: 'interim',
          message: off
            ? `「${name}」の中間値（${valueWords(off.value ?? 0, unit)}）が、基準と目標の間にありません。`
            : `「${name}」の中間値の年度が、順に並んでいません。`,
          advice: '中間値か、基準値・目標値を確かめてください。',
        },
      ]
    }),
}
