import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { WriteSheet } from '#src/lib/table/table.ts'
import { indicatorSheet } from './indicator-sheet.ts'
import { itemSheet } from './item-sheet.ts'
import { projectSheets } from './project-sheets.ts'

/** The workbook of a plan: 体系, 指標, 事務事業, 事業費. Of a plan without content it is the empty template. */
export const planSheets = (plan: PlanDocument): WriteSheet[] => [
  itemSheet(plan),
  indicatorSheet(plan),
  ...projectSheets(plan),
]
