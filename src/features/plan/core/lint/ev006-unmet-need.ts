import type { Rule } from './finding.ts'

/** EV006: what residents find important and are not satisfied with, and the plan does nothing about. */
export const unmetNeed: Rule = {
  id: 'EV006',
  group: 'EV',
  severity: 'W',
  gate: 'G2',
  title: '重要度が高く満足度の低い項目に対応がない',
  rationale: '市民が最も困っていることを落とさないためです。',
  needs: ['surveys'],
  check: ({ plan, items }, { surveys = [] }) =>
    surveys.flatMap(({ id, title, urgent }) =>
      urgent.flatMap(({ label, measureId }) => {
        if (measureId && items.get(measureId)?.kind === 'measure') return []
        if (plan.evidence.some(({ to }) => to.ref.includes(id) && to.row === label)) return []
        return [
          {
            subjectId: plan.planId,
            field: 'items',
            key: `${id}|${label}`,
            message: `「${title}」で重要度が高く満足度の低い「${label}」に対応する施策がありません。`,
            advice: '調査票の項目を施策に結ぶか、課題の根拠に加えてください。',
          },
        ]
      }),
    ),
}
