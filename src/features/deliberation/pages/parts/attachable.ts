import { findPrimaryPlan } from '#src/features/plan/store/queries/plans.ts'
import { listVersions } from '#src/features/plan/store/queries/versions.ts'
import type { Context } from '#src/platform/context.ts'
import type { Choice } from '#src/ui/field.tsx'

/** Frozen versions of the plan in use, which a letter can have with it. */
export async function attachable(context: Context): Promise<Choice[]> {
  const plan = await findPrimaryPlan(context)
  const versions = plan ? await listVersions(context, plan.id) : []
  return versions.map(({ id, label }) => ({ value: id, label }))
}
