import type { Rule } from './finding.ts'
import { ends, valueWords } from './indicator-words.ts'

/** IN006: the target equals the baseline though the indicator is not one to maintain. */
export const targetIsBaseline: Rule = {
  id: 'IN006',
  group: 'IN',
  severity: 'W',
  gate: 'G2',
  title: '目標が基準と同じ',
  rationale: '前の目標が見直されないまま残っているときに起こります。',
  needs: [],
  check: ({ plan }) =>
    plan.indicators.flatMap((indicator) => {
      const both = ends(indicator)
      if (!both || both.from !== both.to || indicator.direction === 'maintain') return []
      return [
        {
          subjectId: indicator.id,
          field: 'target',
          message: `「${indicator.name}」の目標が基準と同じです（${valueWords(both.to, indicator.unit)}）。`,
          advice: '維持するなら方向性で「保つ」を選び、そうでなければ目標を決め直してください。',
        },
      ]
    }),
}
