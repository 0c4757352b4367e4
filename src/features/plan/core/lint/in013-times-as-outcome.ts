import type { Rule } from './finding.ts'

/** IN013: how often something was held is called an outcome. */
export const timesAsOutcome: Rule = {
  id: 'IN013',
  group: 'IN',
  severity: 'W',
  gate: 'G2',
  title: '開いた回数が成果になっている',
  rationale: '開催や実施の回数は市の活動で、市民に起きた変化ではありません。',
  needs: [],
  check: ({ plan }) =>
    plan.indicators
      .filter(({ kind, name }) => kind === 'outcome' && /回数|開催|実施/.test(name))
      .map(({ id, name }) => ({
        subjectId: id,
        field: 'kind',
        message: `「${name}」は行った回数で、成果になっています。`,
        advice: '活動指標にするか、参加した人の変化を測る指標にしてください。',
      })),
}
