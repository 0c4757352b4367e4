import type { Rule } from './finding.ts'

/** OW006: a section was asked and has not confirmed what the plan says of its measure. */
export const sheetOpen: Rule = {
  id: 'OW006',
  group: 'OW',
  severity: 'W',
  gate: 'G2',
  title: '依頼シートが未回答',
  rationale: '所管課が確かめていない内容を、案にしないためです。',
  needs: ['requests'],
  check: ({ plan, items, nameOf }, { requests = [] }) => {
    const units = new Map(plan.units.map(({ id, name }) => [id, name]))
    return requests.flatMap(({ unitId, itemId = '', title, isAnswered }) => {
      const item = items.get(itemId)
      if (itemId && !item) return []
      const about = item ? `（${nameOf(item)}）` : ''
      const state = isAnswered ? 'まだ受理されていません' : '未回答です'
      return [
        {
          subjectId: item?.id ?? plan.planId,
          field: 'lead',
          key: `${unitId}|${title}`,
          message: `${units.get(unitId) ?? '担当課'}の依頼シート「${title}」${about}が${state}。`,
          advice: '「依頼シート」で回答を求めるか、回答を確かめて受理してください。',
        },
      ]
    })
  },
}
