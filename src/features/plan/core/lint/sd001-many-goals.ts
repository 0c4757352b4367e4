import type { Rule } from './finding.ts'

/** SD001: so many goals that none says anything. */
export const manyGoals: Rule = {
  id: 'SD001',
  group: 'SD',
  severity: 'W',
  gate: 'G2',
  title: 'SDGsのゴールを付けすぎている',
  rationale: 'すべてに付くゴールは、何も伝えません。',
  needs: [],
  thresholds: [5],
  check: ({ measures, nameOf }, _context, [most = 5]) =>
    measures.flatMap((measure) => {
      const goals = new Set(measure.sdgs.map(({ goal }) => goal)).size
      if (goals <= most) return []
      return [
        {
          subjectId: measure.id,
          field: 'sdgs',
          message: `${nameOf(measure)}にSDGsを${goals}個付けています。`,
          advice: `主なものを${most}個までに絞ってください。`,
        },
      ]
    }),
}
