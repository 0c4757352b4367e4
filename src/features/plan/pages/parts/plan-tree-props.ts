import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import type { PlanNode } from '../../core/plan-tree.ts'
import type { FindingCount, OutlineFilter } from './plan-outline.ts'

/** The form that is open below a row: which act, on which item, what was typed and what is wrong with it. */
export type Opened = { act: string; id: string; entered: Entered; problems: Problems }

export type TreeProps = {
  plan: PlanDocument
  tree: readonly PlanNode[]
  numbers: ReadonlyMap<string, string>
  counts: ReadonlyMap<string, FindingCount>
  unitNames: ReadonlyMap<string, string>
  filter: OutlineFilter
  opened?: Opened | undefined
  mayChange: boolean
  deletedCount: number
}
