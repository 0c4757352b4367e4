import type { PlanItem } from '#src/formats/plan-item.ts'
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
  check: (index, { broken: elsewhere = [] }) => {
    const isKnown = knownIn(index)
    const broken: Judgement[] = []
    eachReference(index, (from, field, to) => {
      if (!to || isKnown(to)) return
      const message = `参照先「${to}」がありません。`
      const advice = '参照をやめるか、参照先を加えてください。'
      broken.push({ subjectId: from, field, key: to, message, advice })
    })
    for (const { evidenceId, from, ref } of elsewhere) {
      const message = `根拠の参照先「${ref}」がありません（なくなったか、取り下げられました）。`
      const advice = '根拠を外すか、ほかの根拠に替えてください。'
      broken.push({
        subjectId: from.split('/')[0] ?? from,
        field: 'evidence',
        key: evidenceId,
        message,
        advice,
      })
    }
    return broken
  },
}

/** Whether an id names something of the plan. Paragraphs are looked for in their own item only: they are the most. */
function knownIn({ plan, items }: PlanIndex): (id: string) => boolean {
  const known = new Set([plan.concept.vision.id])
  const { indicators, projects, dataPoints, evidence, relatedPlans, units, decisions } = plan
  const lists = [indicators, projects, dataPoints, evidence, relatedPlans, units, decisions]
  for (const list of [plan.concept.principles, ...lists]) for (const { id } of list) known.add(id)
  return (id) => items.has(id) || known.has(id) || hasParagraph(items.get(id.split('/')[0] ?? ''), id)
}

function hasParagraph(item: PlanItem | undefined, id: string): boolean {
  if (item?.kind !== 'measure') return false
  const isIt = (paragraph: { id: string }) => paragraph.id === id
  return item.issues.some(isIt) || item.situation.some(isIt) || item.directions.some(isIt)
}

type Look = (from: string, field: string, to: string | null | undefined) => void

function eachReference({ plan, texts }: PlanIndex, add: Look) {
  for (const item of plan.items) {
    add(item.id, 'lead', item.lead)
    for (const id of item.support) add(item.id, 'support', id)
    if (item.kind !== 'measure') continue
    for (const { planId } of item.relatedPlanLinks) add(item.id, 'relatedPlanLinks', planId)
    for (const { addresses } of item.directions)
      for (const id of addresses)
        if (!item.issues.some((issue) => issue.id === id)) add(item.id, 'directions', id)
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
}
