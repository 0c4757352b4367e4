import type { Rule } from './finding.ts'

/** IN026: nobody has said which way is good. */
export const noDirection: Rule = {
  id: 'IN026',
  group: 'IN',
  severity: 'W',
  gate: 'G2',
  title: '方向性が決まっていない',
  rationale: '増やすのか減らすのかが決まらないと、改善かどうかを判定できません。',
  needs: [],
  check: ({ plan }) =>
    plan.indicators
      .filter(({ direction }) => direction === null)
      .map(({ id, name }) => ({
        subjectId: id,
        field: 'direction',
        message: `「${name}」は、増やすのか減らすのか決まっていません。`,
        advice: '増やす・減らす・保つのどれかを選んでください。',
      })),
}
