import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { PlanItem } from '#src/formats/plan-item.ts'

/** The items whose texts quote a figure or an indicator's value by its id, in the order of the document. */
export const quotingTexts = (plan: PlanDocument, id: string): PlanItem[] =>
  plan.items.filter((item) => JSON.stringify(item).includes(`{{${id}`))
