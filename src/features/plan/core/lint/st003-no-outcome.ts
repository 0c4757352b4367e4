import type { Rule } from './finding.ts'

/** ST003: a measure that nothing of its results is measured of. */
export const noOutcome: Rule = {
  id: 'ST003',
  group: 'ST',
  severity: 'W',
  gate: 'G2',
  title: '施策に成果指標がない',
  rationale: '成果や意識の指標がないと、施策の効果を市民が確かめられません。',
  needs: [],
  check: ({ measures, indicatorsOf, nameOf }) =>
    measures
      .filter(
        ({ id }) =>
          !(indicatorsOf.get(id) ?? []).some(({ kind }) => kind === 'outcome' || kind === 'perception'),
      )
      .map((measure) => ({
        subjectId: measure.id,
        message: `${nameOf(measure)}に成果指標がありません。`,
        advice: '市民の暮らしがどう変わったかを測る指標を、1〜3本決めてください。',
      })),
}
