import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Finding } from './lint/finding.ts'
import { numbersOf } from './numbering.ts'

/** What a finding is about, as people call it: 「3-2 防災」, 「3-2 避難所の数」. Empty for the plan as a whole. */
export function subjectWords(plan: PlanDocument, { subjectId }: Pick<Finding, 'subjectId'>): string {
  const numbers = numbersOf(plan)
  const item = plan.items.find(({ id }) => id === subjectId)
  if (item) return `${numbers.get(item.id) ?? ''} ${item.title}`.trim()
  const indicator = plan.indicators.find(({ id }) => id === subjectId)
  if (indicator) return `${numbers.get(indicator.itemId) ?? ''} ${indicator.name}`.trim()
  return ''
}
