import type { Rule } from './finding.ts'

/** IN010: a measure measured by what was done only. */
export const onlyOutput: Rule = {
  id: 'IN010',
  group: 'IN',
  severity: 'W',
  gate: 'G2',
  title: '活動指標だけの施策',
  rationale: '行った量だけでは、暮らしが変わったかどうかが分かりません。',
  needs: [],
  check: ({ measures, indicatorsOf, nameOf }) =>
    measures
      .filter(({ id }) => indicatorsOf.get(id)?.every(({ kind }) => kind === 'output'))
      .map((measure) => ({
        subjectId: measure.id,
        message: `${nameOf(measure)}の指標が活動指標だけです。`,
        advice: '成果か意識の指標を加えてください。',
      })),
}
