import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Fix } from './finding.ts'

/** The plan with one fix applied: every text of the subject that is exactly the old one becomes the new one. */
export function applyFix(plan: PlanDocument, { subjectId, from, to }: Fix): PlanDocument {
  const mended = <Value extends { id: string }>(value: Value): Value =>
    value.id === subjectId ? (replaced(value, from, to) as Value) : value
  return { ...plan, items: plan.items.map(mended), indicators: plan.indicators.map(mended) }
}

function replaced(value: unknown, from: string, to: string): unknown {
  if (typeof value === 'string') return value === from ? to : value
  if (Array.isArray(value)) return value.map((inner) => replaced(inner, from, to))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(inner, from, to)]))
}
