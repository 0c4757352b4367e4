import { mayHold } from '../allowed-parents.ts'
import type { Rule } from './finding.ts'
import type { PlanIndex } from './plan-index.ts'

/** ST001: an item without a place: no parent, an unknown one, one that may not hold it, or a circle. */
export const parentMissing: Rule = {
  id: 'ST001',
  group: 'ST',
  severity: 'E',
  gate: 'G1',
  title: '上の項目がないか、置けない所に置かれている',
  rationale: '体系の中に場所がない項目は、計画書にも公開ページにも出ません。',
  needs: [],
  check: (index) =>
    index.plan.items.flatMap((item) => {
      const problem = problemOf(index, item.id)
      if (!problem) return []
      return [
        {
          subjectId: item.id,
          field: 'parentId',
          message: `${index.nameOf(item)}${problem}`,
          advice: '「動かす」で、正しい場所へ移してください。',
        },
      ]
    }),
}

function problemOf({ plan, items }: PlanIndex, id: string): string | undefined {
  const item = items.get(id)
  if (!item) return undefined
  if (item.parentId === null) return 'の上の項目が決まっていません。'
  if (item.parentId === plan.concept.vision.id) {
    return mayHold('vision', item.kind, plan.policyDepth) ? undefined : 'は、将来像のすぐ下には置けません。'
  }
  const parent = items.get(item.parentId)
  if (!parent) return 'の上の項目が見つかりません。'
  if (!mayHold(parent.kind, item.kind, plan.policyDepth)) return `は、「${parent.title}」の下には置けません。`
  for (let above = parent, steps = 0; above.parentId !== null; steps++) {
    if (above.id === id || steps > items.size) return 'の上をたどると、自分に戻ります。'
    const next = items.get(above.parentId)
    if (!next) return undefined
    above = next
  }
  return undefined
}
