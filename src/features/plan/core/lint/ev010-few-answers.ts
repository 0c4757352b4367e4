import type { Rule } from './finding.ts'

/** EV010: a survey figure that rests on a handful of answers. */
export const fewAnswers: Rule = {
  id: 'EV010',
  group: 'EV',
  severity: 'W',
  gate: 'G3',
  title: '少ない回答を根拠にしている',
  rationale: '少ない回答の割合は、数人の違いで大きく変わります。',
  needs: [],
  thresholds: [30],
  check: ({ plan }, _context, [least = 30]) =>
    plan.evidence.flatMap(({ id, from, to }) => {
      if (to.kind !== 'survey-cell' || to.n === undefined || to.n >= least) return []
      return [
        {
          subjectId: from.split('/')[0] ?? from,
          ...(from.includes('/') ? { paragraphId: from } : {}),
          key: id,
          message: `「${to.ref}」は${to.n}人の回答だけです。`,
          advice: 'まとめた区分の値を使うか、ほかの根拠も加えてください。',
        },
      ]
    }),
}
