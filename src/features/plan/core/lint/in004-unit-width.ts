import { listedUnit } from '#src/lib/unit/units.ts'
import type { Rule } from './finding.ts'

/** IN004: the unit differs from the list only by width or case. */
export const unitWidth: Rule = {
  id: 'IN004',
  group: 'IN',
  severity: 'W',
  gate: 'G2',
  title: '単位の書き方がそろっていない',
  rationale: '「%」と「％」がまじると、表や検索でそろいません。',
  needs: [],
  check: ({ plan }) =>
    plan.indicators.flatMap(({ id, name, unit }) => {
      const listed = listedUnit(unit)
      if (listed === undefined || listed === unit) return []
      return [
        {
          subjectId: id,
          field: 'unit',
          message: `「${name}」の単位「${unit}」は「${listed}」にそろえます。`,
          advice: `「${listed}」に直してください。`,
          fix: { subjectId: id, from: unit, to: listed },
        },
      ]
    }),
}
