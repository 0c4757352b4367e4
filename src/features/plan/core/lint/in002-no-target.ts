import type { Rule } from './finding.ts'

/** IN002: no target, and not declared as one to be watched. */
export const noTarget: Rule = {
  id: 'IN002',
  group: 'IN',
  severity: 'E',
  gate: 'G2',
  title: '目標値がない',
  rationale: 'めざす値のない指標では、届いたかどうかを確かめられません。',
  needs: [],
  check: ({ plan }) =>
    plan.indicators
      .filter(({ target }) => {
        if (!target) return true
        if (target.kind === 'monitor-only') return false
        if (target.kind === 'range') return target.low === undefined && target.high === undefined
        return target.value === null
      })
      .map(({ id, name }) => ({
        subjectId: id,
        field: 'target',
        message: `「${name}」に目標値がありません。`,
        advice: '数字を入れるか、「経過を見る」を選んでください。',
      })),
}
