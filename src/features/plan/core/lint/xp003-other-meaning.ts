import { normalForm } from '#src/lib/text/normal-form.ts'
import type { Rule } from './finding.ts'
import { countsAlike, samePairs } from './registry.ts'

/** XP003: two plans call different things by one name. */
export const otherMeaning: Rule = {
  id: 'XP003',
  group: 'XP',
  severity: 'E',
  gate: 'G3',
  title: '同じ名前で単位か定義が違う',
  rationale: '名前が同じなら、同じものと読まれます。',
  needs: ['registry'],
  check: (index, { registry = [] }) =>
    samePairs(index, registry).flatMap((pair) => {
      const { own, other, plan } = pair
      const isOtherUnit = !countsAlike(pair)
      if (!isOtherUnit && !differ(own.definition, other.definition)) return []
      return [
        {
          subjectId: own.id,
          field: isOtherUnit ? 'unit' : 'definition',
          relatedIds: [plan.relatedId],
          message: `「${own.name}」は、「${plan.title}」と名前が同じで${isOtherUnit ? `単位が違います（${own.unit}／${other.unit}）` : '定義が違います'}。`,
          advice: '同じものなら単位と定義をそろえ、違うものなら名前を変えてください。',
        },
      ]
    }),
}

/** A definition that is not written says nothing. */
const differ = (mine: string, theirs: string) =>
  mine.trim() !== '' && theirs.trim() !== '' && normalForm(mine) !== normalForm(theirs)
