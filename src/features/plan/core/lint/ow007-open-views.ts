import type { Rule } from './finding.ts'

/** OW007: somebody said something of this item and has no answer yet. */
export const openViews: Rule = {
  id: 'OW007',
  group: 'OW',
  severity: 'W',
  gate: 'G3',
  title: '未対応の意見がある',
  rationale: '部会や市民の意見に答えてから、次へ進むためです。',
  needs: ['comments'],
  check: ({ plan, items, nameOf }, { comments = [] }) => {
    const counts = new Map<string, number>()
    for (const { itemId, count } of comments) counts.set(itemId, (counts.get(itemId) ?? 0) + count)
    return [...counts].flatMap(([itemId, count]) => {
      const item = items.get(itemId)
      if (count === 0) return []
      return [
        {
          subjectId: item?.id ?? plan.planId,
          key: item ? 'open' : `open|${itemId}`,
          message: item
            ? `${nameOf(item)}に未対応の意見が${count}件あります。`
            : `計画の全体に未対応の意見が${count}件あります。`,
          advice: '意見への対応を決めて記録してください。',
        },
      ]
    })
  },
}
