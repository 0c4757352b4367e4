import type { PlanDocument } from '#src/formats/plan-document.ts'
import { withEdits } from './edits/apply-edits.ts'
import type { PlanChange } from './plan-change.ts'

/** The newer plan, from the older one and all its changes. Refuses changes that were made from another plan. */
export function applyChanges(a: PlanDocument, changes: readonly PlanChange[]): PlanDocument {
  const edits = changes.flatMap((change) => change.edits)
  // The edits come from two documents of the format, so what they give is one too.
  return (edits.length === 0 ? a : withEdits(a, edits)) as PlanDocument
}
