import type { Rule } from './finding.ts'

/** OW001: a measure, indicator or project nobody answers for. */
export const noOwner: Rule = {
  id: 'OW001',
  group: 'OW',
  severity: 'E',
  gate: 'G2',
  title: '担当課がない',
  rationale: 'ある調査では、施策の半分に動いている担当者がいませんでした。',
  needs: [],
  check: ({ plan, measures, nameOf }) => [
    ...measures
      .filter(({ lead }) => lead === null)
      .map((measure) => ({
        subjectId: measure.id,
        field: 'lead',
        message: `${nameOf(measure)}に主管課がありません。`,
        advice: '主管課を選んでください。',
      })),
    ...plan.indicators
      .filter(({ ownerId }) => ownerId === null)
      .map(({ id, name }) => ({
        subjectId: id,
        field: 'ownerId',
        message: `指標「${name}」の担当課がありません。`,
        advice: '値を入れる課を選んでください。',
      })),
    ...plan.projects
      .filter(({ ownerId }) => ownerId === null)
      .map(({ id, title }) => ({
        subjectId: id,
        field: 'ownerId',
        message: `${plan.labels.project}「${title}」の担当課がありません。`,
        advice: '担当課を選んでください。',
      })),
  ],
}
