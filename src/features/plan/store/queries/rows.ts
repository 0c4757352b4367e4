import { planDocument } from '#src/formats/plan-document.ts'
import { type Indicator, indicator } from '#src/formats/plan-indicator.ts'
import { type PlanItem, planItem } from '#src/formats/plan-item.ts'

/** The document without its lists: what the `head` column holds. */
export const planHead = planDocument.omit({
  items: true,
  indicators: true,
  projects: true,
  dataPoints: true,
  evidence: true,
  logicModels: true,
  relatedPlans: true,
  decisions: true,
  waivers: true,
  ledger: true,
  units: true,
})
export type PlanHead = ReturnType<typeof planHead.parse>

type ItemColumns = {
  id: string
  kind: string
  parentId: string | null
  order: number
  title: string
  content: string
}

/** An item from its row: the columns and the JSON beside them, checked. */
export const itemOf = ({ id, kind, parentId, order, title, content }: ItemColumns): PlanItem =>
  planItem.parse({ ...JSON.parse(content), id, kind, parentId, order, title })

/** The row's part of an item. */
export function itemColumns({ id, kind, parentId, order, title, ...rest }: PlanItem): ItemColumns {
  return { id, kind, parentId, order, title, content: JSON.stringify(rest) }
}

type IndicatorColumns = { id: string; itemId: string; order: number; name: string; content: string }

export const indicatorOf = ({ id, itemId, order, name, content }: IndicatorColumns): Indicator =>
  indicator.parse({ ...JSON.parse(content), id, itemId, order, name })

export function indicatorColumns({ id, itemId, order, name, ...rest }: Indicator): IndicatorColumns {
  return { id, itemId, order, name, content: JSON.stringify(rest) }
}

/** The number of the last paragraph an item has, for those to come. */
export function lastParagraphOf(item: PlanItem): number {
  const numbers = [...JSON.stringify(item).matchAll(/\/p(\d{1,4})"/g)].map(([, digits]) => Number(digits))
  return Math.max(0, ...numbers)
}
