import type { Rule } from './finding.ts'

/** XP007: a measure is linked to an item that the other plan no longer has. */
export const lostItem: Rule = {
  id: 'XP007',
  group: 'XP',
  severity: 'E',
  gate: 'G3',
  title: '参照先の施策が廃止されている',
  rationale: 'なくなった施策を根拠にはできません。',
  needs: ['registry'],
  check: ({ measures, nameOf }, { registry = [] }) => {
    const plans = new Map(registry.map((one) => [one.relatedId, one]))
    return measures.flatMap((measure) =>
      measure.relatedPlanLinks.flatMap(({ planId, itemRef }) => {
        const other = plans.get(planId)
        // Words name a place for people; only an id can be looked up.
        if (!other || !itemRef || !/^[a-z]{2}_/.test(itemRef) || other.itemIds.has(itemRef)) return []
        return [
          {
            subjectId: measure.id,
            field: 'relatedPlanLinks',
            relatedIds: [planId],
            key: itemRef,
            message: `${nameOf(measure)}が結び付く「${other.title}」の項目は、いまの計画にありません。`,
            advice: '結び付ける項目を選び直してください。',
          },
        ]
      }),
    )
  },
}
