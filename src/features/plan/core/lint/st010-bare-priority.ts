import type { Rule } from './finding.ts'

/** ST010: a priority measure without indicator or without any budget. */
export const barePriority: Rule = {
  id: 'ST010',
  group: 'ST',
  severity: 'W',
  gate: 'G3',
  title: '重点施策に指標か予算がない',
  rationale: '重点とするなら、何をめざし、いくらかけるのかを示す必要があります。',
  needs: [],
  check: ({ plan, measures, indicatorsOf, children, nameOf }) => {
    const funded = new Set(
      plan.projects.filter(({ budget }) => budget.length > 0).map(({ parentId }) => parentId),
    )
    return measures
      .filter(({ priority }) => priority.flagged)
      .flatMap((measure) => {
        const below = [measure.id, ...(children.get(measure.id) ?? []).map(({ id }) => id)]
        const missing = [
          indicatorsOf.has(measure.id) ? '' : '指標',
          below.some((id) => funded.has(id)) ? '' : '予算の書かれた事務事業',
        ].filter(Boolean)
        if (missing.length === 0) return []
        return [
          {
            subjectId: measure.id,
            key: missing.join(),
            message: `重点の${nameOf(measure)}に${missing.join('も')}がありません。`,
            advice: '指標と、予算のある事務事業を加えてください。',
          },
        ]
      })
  },
}
