import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import type { Context } from '#src/platform/context.ts'
import type { SheetField } from '../core/fields.ts'
import { noReferences, type References, referencesOf } from '../core/references.ts'

/** What the fields can point to in the plan; nothing is read where none of them does. */
export async function listReferences(context: Context, fields: readonly SheetField[]): Promise<References> {
  if (!fields.some(({ kind }) => kind === 'item' || kind === 'indicator')) return noReferences
  const plan = await findPrimaryPlan(context)
  return plan ? referencesOf(await getPlanDocument(context, plan.id)) : noReferences
}
