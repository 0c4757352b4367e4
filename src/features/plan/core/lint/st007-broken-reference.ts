import type { Judgement, Rule } from './finding.ts'
import type { PlanIndex } from './plan-index.ts'

/** ST007: something names an id that is not there. */
export const brokenReference: Rule = {
  id: 'ST007',
  group: 'ST',
  severity: 'E',
  gate: 'G1',
  title: '参照先がない',
  rationale: '参照先のない数や担当課は、紙にも画面にも出せません。',
  needs: [],
  check: (index) => {
    const known = knownIds(index)
    return references(index)
      .filter(({ to }) => !known.has(to))
      .map(
        ({ from, field, to }): Judgement => ({
          subjectId: from,
          field,
          key: to,
          message: `参照先「${to}」がありません。`,
          advice: '参照をやめるか、参照先を加えてください。',
        }),
      )
  },
}

function knownIds({ plan, measures }: PlanIndex): Set<string> {
  const paragraphs = measures.flatMap(({ situation, issues, directions }) => [
    ...situation,
    ...issues,
    ...directions,
  ])
  const all = [
    plan.concept.vision,
    ...plan.concept.principles,
    ...plan.items,
    ...paragraphs,
    ...plan.indicators,
    ...plan.projects,
    ...plan.dataPoints,
    ...plan.evidence,
    ...plan.relatedPlans,
    ...plan.units,
    ...plan.decisions,
  ]
  return new Set(all.map(({ id }) => id))
}

type Reference = { from: string; field: string; to: string }

function references({ plan, texts }: PlanIndex): Reference[] {
  const found: Reference[] = []
  const add = (from: string, field: string, to: string | null | undefined) => {
    if (to) found.push({ from, field, to })
  }
  for (const item of plan.items) {
    add(item.id, 'lead', item.lead)
    for (const id of item.support) add(item.id, 'support', id)
    if (item.kind !== 'measure') continue
    for (const { planId } of item.relatedPlanLinks) add(item.id, 'relatedPlanLinks', planId)
    for (const { addresses } of item.directions) for (const id of addresses) add(item.id, 'directions', id)
    for (const { indicatorId } of item.reviewTriggers) add(item.id, 'reviewTriggers', indicatorId)
    add(item.id, 'priority', item.priority.decidedBy)
  }
  for (const { id, itemId, ownerId, contactUnitId, sharedWith } of plan.indicators) {
    add(id, 'itemId', itemId)
    add(id, 'ownerId', ownerId)
    add(id, 'contactUnitId', contactUnitId)
    for (const { planId } of sharedWith) add(id, 'sharedWith', planId)
  }
  for (const { id, ownerId } of plan.projects) add(id, 'ownerId', ownerId)
  for (const { id, from } of plan.evidence) add(id, 'from', from)
  for (const { subjectId, field, text } of texts) {
    if (!text.includes('{{')) continue
    for (const [, to] of text.matchAll(/\{\{((?:dp|in)_[0-9a-z]{10})/g)) add(subjectId, field, to)
  }
  return found
}
