import type { Rule } from './finding.ts'
import { actualsOf, better, ends, valueWords } from './indicator-words.ts'

/** IN017: the target is reached before the plan begins. */
export const alreadyThere: Rule = {
  id: 'IN017',
  group: 'IN',
  severity: 'W',
  gate: 'G3',
  title: 'すでに目標に届いている',
  rationale: '届いている目標は、めざす目標になりません。',
  needs: [],
  check: ({ plan }) =>
    plan.indicators.flatMap((indicator) => {
      const both = ends(indicator)
      if (!both || both.from === both.to) return []
      const latest = actualsOf(indicator).at(-1)?.value ?? both.from
      const left = better(indicator, latest, both.to)
      const whole = better(indicator, both.from, both.to)
      if (left === undefined || whole === undefined || whole < 0 || left > 0) return []
      return [
        {
          subjectId: indicator.id,
          field: 'target',
          message: `「${indicator.name}」は、すでに目標に届いています（${valueWords(latest, indicator.unit)}、目標${valueWords(both.to, indicator.unit)}）。`,
          advice: 'もう一段高い目標にするか、保つ指標にしてください。',
        },
      ]
    }),
}
