import type { Rule } from './finding.ts'
import { actualsOf, valueWords } from './indicator-words.ts'

/** IN014: the same value year after year. */
export const neverMoves: Rule = {
  id: 'IN014',
  group: 'IN',
  severity: 'W',
  gate: 'G5',
  title: '実績がずっと同じ値',
  rationale: '動かない指標は、測られていないか、施策の効果を写していません。',
  needs: [],
  thresholds: [4],
  check: ({ plan }, _context, [years = 4]) =>
    plan.indicators.flatMap((indicator) => {
      const values = actualsOf(indicator).map(({ value }) => value)
      const [first] = values
      if (first === undefined || values.length < years || indicator.direction === 'maintain') return []
      if (values.some((value) => value !== first)) return []
      return [
        {
          subjectId: indicator.id,
          field: 'actuals',
          message: `「${indicator.name}」は${values.length}年間ずっと同じ値です（${valueWords(first, indicator.unit)}）。`,
          advice: '実際に測られているか確かめ、動きのある指標に替えることも考えてください。',
        },
      ]
    }),
}
