import type { Rule } from './finding.ts'
import { better, directionWords, ends, valueWords } from './indicator-words.ts'

/** IN005: the target lies on the wrong side of the baseline for the direction the indicator declares. */
export const targetRunsBackwards: Rule = {
  id: 'IN005',
  group: 'IN',
  severity: 'E',
  gate: 'G2',
  title: '目標が逆向き',
  rationale: '減らしたいのに目標が基準より多い、といった取り違えは、印刷の後に見つかりがちです。',
  needs: [],
  check: ({ plan }) =>
    plan.indicators.flatMap((indicator) => {
      const both = ends(indicator)
      const change = both && better(indicator, both.from, both.to)
      if (!both || change === undefined || change >= 0) return []
      const { id, name, unit, direction } = indicator
      const words = direction ? directionWords[direction] : ''
      const than = both.to > both.from ? '多く' : '少なく'
      return [
        {
          subjectId: id,
          field: 'target',
          message: `「${name}」は「${words}」指標ですが、目標が基準より${than}なっています（${both.from.toLocaleString('en-US')}→${valueWords(both.to, unit)}）。`,
          advice: '目標値か、指標の方向性のどちらかを直してください。',
        },
      ]
    }),
}
