import { reasonsOf } from '../evidence-reasons.ts'
import type { Rule } from './finding.ts'

/** EV008: evidence of which nobody said how strong it is. */
export const unrated: Rule = {
  id: 'EV008',
  group: 'EV',
  severity: 'I',
  title: '根拠の強さが未設定',
  rationale: '根拠の強さが示されていると、読む人が重さを量れます。',
  needs: [],
  check: ({ plan }) =>
    reasonsOf(plan)
      .filter(({ level }) => level === 0)
      .map(({ id, from, to }) => ({
        subjectId: from.split('/')[0] ?? from,
        ...(from.includes('/') ? { paragraphId: from } : {}),
        key: id,
        message: `根拠「${to.ref}」の強さが未設定です。`,
        advice: '事例・相関・比較など、根拠の強さを選んでください。',
      })),
}
