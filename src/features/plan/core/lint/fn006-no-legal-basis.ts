import type { Rule } from './finding.ts'

/** FN006: neither a law nor the word that there is none. */
export const noLegalBasis: Rule = {
  id: 'FN006',
  group: 'FN',
  severity: 'I',
  title: '根拠法令が空',
  rationale: '法令による事業か任意の事業かで、見直せる幅が違います。',
  needs: [],
  check: ({ plan }) =>
    plan.projects
      .filter(
        ({ legalBasis, category }) =>
          /^[\s\-－―ー]*$|^なし$/.test(legalBasis.trim()) && !category.includes('任意'),
      )
      .map(({ id, title }) => ({
        subjectId: id,
        field: 'legalBasis',
        message: `${plan.labels.project}「${title}」の根拠法令が空です。`,
        advice: '法令の名前を書くか、区分に「任意事業」と書いてください。',
      })),
}
