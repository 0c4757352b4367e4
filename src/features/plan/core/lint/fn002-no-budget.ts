import type { Rule } from './finding.ts'

/** FN002: a project of which nobody said what it costs, not even nothing. */
export const noBudget: Rule = {
  id: 'FN002',
  group: 'FN',
  severity: 'W',
  gate: 'G3',
  title: '事業費の記載がない',
  rationale: '費用のない実施計画は、優先順位の話し合いに使えません。',
  needs: [],
  check: ({ plan }) =>
    plan.projects
      .filter(({ budget }) => budget.length === 0)
      .map(({ id, title }) => ({
        subjectId: id,
        field: 'budget',
        message: `${plan.labels.project}「${title}」に事業費の記載がありません。`,
        advice: '年度ごとの事業費を入れてください。費用のかからない事業は、0円の行を入れてください。',
      })),
}
