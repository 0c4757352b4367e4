import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { PlanUnit } from '#src/formats/plan-parts.ts'

export type SheetOptions = {
  /** The plan the workbook was made from, as it is now: what the sheets do not say stays. */
  base: PlanDocument
  /** Every unit of the city; the document itself knows only those it speaks of. */
  units: readonly PlanUnit[]
  newId: (kind: string) => string
}

/** What every reader of a sheet works with. */
export type SheetReading = SheetOptions & {
  /** Id of a unit by its name; undefined when there is none. */
  unitId: (name: string) => string | undefined
  /** Item ids by the number written in the sheet of items, or of the plan when that sheet is absent. */
  itemIds: Map<string, string>
  notes: string[]
}
