import type { Rule } from './finding.ts'

/** SD002: a goal without a target code and without a reason. */
export const bareGoal: Rule = {
  id: 'SD002',
  group: 'SD',
  severity: 'W',
  gate: 'G3',
  title: 'SDGsのゴールに理由がない',
  rationale: '印だけでは、どう役立つのかが分かりません。',
  needs: [],
  check: ({ measures, nameOf }) =>
    measures.flatMap((measure) => {
      const bare = measure.sdgs.filter(({ target, reason }) => !target && reason.trim() === '')
      if (bare.length === 0) return []
      const name = nameOf(measure)
      return bare.map(({ goal }) => ({
        subjectId: measure.id,
        field: 'sdgs',
        key: String(goal),
        message: `${name}のゴール${goal}に、ターゲットも理由もありません。`,
        advice: 'どう役立つかを一言で書くか、ゴールを外してください。',
      }))
    }),
}
