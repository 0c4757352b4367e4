import type { Rule } from './finding.ts'

/** ST014: a measure serves no principle, or a principle is served by no measure. */
export const noPrinciple: Rule = {
  id: 'ST014',
  group: 'ST',
  severity: 'W',
  gate: 'G3',
  title: '策定方針の原則と結び付いていない',
  rationale: '策定方針に掲げた考え方が、どの施策で実現されるのかを示すためです。',
  needs: [],
  check: ({ plan, measures, nameOf }) => {
    const served = new Set(
      measures.flatMap(({ principles }) => Object.keys(principles).filter((key) => principles[key]?.applies)),
    )
    return [
      ...measures
        .filter(({ principles }) => !Object.values(principles).some(({ applies }) => applies))
        .map((measure) => ({
          subjectId: measure.id,
          field: 'principles',
          message: `${nameOf(measure)}は、策定方針の原則のどれにも印がありません。`,
          advice: '当てはまる原則に印を付け、どう当てはまるかを書いてください。',
        })),
      ...(measures.length === 0 ? [] : plan.principleSet)
        .filter(({ key }) => !served.has(key))
        .map(({ key, label }) => ({
          subjectId: plan.planId,
          field: 'principleSet',
          key,
          message: `「${label}」に結び付く施策が1つもありません。`,
          advice: '当てはまる施策に印を付けてください。',
        })),
    ]
  },
}
