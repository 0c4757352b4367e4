import type { Rule } from './finding.ts'

/** IN001: no baseline, and no word on why and when it will be measured. */
export const noBaseline: Rule = {
  id: 'IN001',
  group: 'IN',
  severity: 'E',
  gate: 'G2',
  title: '基準値がない',
  rationale: '出発点がなければ、良くなったのか悪くなったのかを言えません。',
  needs: [],
  check: ({ plan }) =>
    plan.indicators
      .filter(({ baseline }) => baseline.value === null && baseline.missingReason.trim() === '')
      .map(({ id, name }) => ({
        subjectId: id,
        field: 'baseline',
        message: `「${name}」に基準値がなく、測る時期の記載もありません。`,
        advice: '基準値を入れるか、ないわけと測る時期を書いてください。',
      })),
}
