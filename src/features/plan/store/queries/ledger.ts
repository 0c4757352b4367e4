import type { Context } from '#src/platform/context.ts'
import { diffPlans } from '../../core/diff/diff-plans.ts'
import { ledgerFrom, type OwedEntry } from '../../core/diff/ledger-entries.ts'
import { getPlanDocument } from './plans.ts'
import { getVersionDocument, listVersions } from './versions.ts'

/** What a version made now would owe to the ledger of changes: dropped, weakened or restated since the last one. */
export async function listOwedEntries(context: Context, planId: string): Promise<OwedEntry[]> {
  const [last] = await listVersions(context, planId)
  if (!last) return []
  const [before, after] = [await getVersionDocument(context, last.id), await getPlanDocument(context, planId)]
  return ledgerFrom(diffPlans(before, after))
}
