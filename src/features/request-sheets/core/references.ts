import { numbersOf } from '#src/features/plan/core/numbering.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { SheetField } from './fields.ts'

export type Reference = { id: string; label: string }
/** What fields can point to in the plan: its items and its indicators, as people name them. */
export type References = { item: Reference[]; indicator: Reference[] }

export const noReferences: References = { item: [], indicator: [] }

export function referencesOf(plan: PlanDocument): References {
  const numbers = numbersOf(plan)
  const titles = new Map(plan.items.map(({ id, title }) => [id, title]))
  return {
    item: plan.items.map(({ id, title }) => ({ id, label: `${numbers.get(id) ?? ''} ${title}`.trim() })),
    indicator: plan.indicators.map(({ id, name, itemId }) => ({
      id,
      label: `${name}（${titles.get(itemId) ?? '計画全体'}）`,
    })),
  }
}

/** The list a reference field chooses from. */
export const referencesFor = ({ kind }: SheetField, references: References): Reference[] =>
  kind === 'item' || kind === 'indicator' ? references[kind] : []
