import type { Rule } from './finding.ts'

/** ST004: a measure with neither program nor project, or a project without a place. */
export const noProgram: Rule = {
  id: 'ST004',
  group: 'ST',
  severity: 'W',
  gate: 'G2',
  title: '施策に取組がない、または事務事業の置き場所がない',
  rationale: '取組のない施策は、だれが何をするのかが書かれていない施策です。',
  needs: [],
  check: ({ plan, measures, items, children, nameOf }) => {
    const withProjects = new Set(plan.projects.map(({ parentId }) => parentId))
    return [
      ...measures
        .filter(({ id }) => !children.has(id) && !withProjects.has(id))
        .map((measure) => ({
          subjectId: measure.id,
          message: `${nameOf(measure)}に取組がありません。`,
          advice: `${plan.labels.program}か${plan.labels.project}を加えてください。`,
        })),
      ...plan.projects
        .filter(({ parentId }) => !['measure', 'program'].includes(items.get(parentId)?.kind ?? ''))
        .map(({ id, title }) => ({
          subjectId: id,
          message: `${plan.labels.project}「${title}」が、どの${plan.labels.measure}にも属していません。`,
          advice: '属する施策か取組を選んでください。',
        })),
    ]
  },
}
