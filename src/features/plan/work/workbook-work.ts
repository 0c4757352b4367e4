import { hashOf } from '#src/formats/canonical-json.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { PlanUnit } from '#src/formats/plan-parts.ts'
import { seededIds } from '#src/platform/ids.ts'
import { readWorkbook } from '#src/platform/office/read-workbook.ts'
import { diffPlans } from '../core/diff/diff-plans.ts'
import { isShown, type PlanChange } from '../core/diff/plan-change.ts'
import { readPlanSheets, type SheetResult } from '../core/workbook/read-plan-sheets.ts'

type Input = { base64: string; base: PlanDocument; units: PlanUnit[] }

/** A workbook read onto a plan: what would change, or what is wrong with it. */
export type WorkbookResult = (SheetResult | { problem: string; issues?: undefined; plan?: undefined }) & {
  changes: PlanChange[]
}

/**
 * Reads an uploaded workbook onto the plan it was made from, in a worker thread.
 *
 * Ids of new rows follow from the plan and the bytes, so that the look and the taking in give the same.
 */
export async function run({ base64, base, units }: Input): Promise<WorkbookResult> {
  const read = await readWorkbook(Buffer.from(base64, 'base64'))
  if (read.problem !== undefined) return { problem: read.problem, changes: [] }
  const newId = seededIds(hashOf({ base: base.planId, base64 }))
  const result = readPlanSheets(read.sheets, { base, units, newId })
  if (result.issues) return { ...result, changes: [] }
  const changes = diffPlans(base, result.plan).filter(isShown)
  return { ...result, notes: [...read.notes, ...result.notes], changes }
}
