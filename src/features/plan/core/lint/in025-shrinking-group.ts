import type { Rule } from './finding.ts'
import { framePersons, groupOf, groupWords } from './stated-population.ts'

/** IN025: more people of a group that is getting smaller. */
export const shrinkingGroup: Rule = {
  id: 'IN025',
  group: 'IN',
  severity: 'W',
  gate: 'G3',
  title: '人口が減る中で人数を増やす目標',
  rationale: '人数だけでは、減る人口の影響と施策の効果を分けられません。',
  needs: ['frame'],
  thresholds: [3],
  check: ({ plan }, { frame }, [percent = 3]) =>
    plan.indicators.flatMap(({ id, name, unit, formula, direction, accumulation, baseline, target }) => {
      const isRawCount = /^(人|名)$/.test(unit.normalize('NFKC')) && !formula?.denominator
      if (!frame || !target || !isRawCount || direction !== 'increase' || accumulation === 'cumulative')
        return []
      const group = groupOf(name)
      const before = group && framePersons(frame, group, baseline.fiscalYear)
      const after = group && framePersons(frame, group, target.fiscalYear)
      if (!before || after === undefined || after >= before * (1 - percent / 100)) return []
      const share = ((1 - after / before) * 100).toFixed(1)
      return [
        {
          subjectId: id,
          field: 'target',
          message: `「${name}」は人数を増やす目標ですが、${groupWords[group]}は同じ間に${share}％減る見込みです。`,
          advice: '人口に対する割合も検討してください。',
        },
      ]
    }),
}
