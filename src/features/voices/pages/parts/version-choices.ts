import { permissions as planPermissions } from '#src/features/plan/core/permissions.ts'
import { findPrimaryPlan } from '#src/features/plan/store/queries/plans.ts'
import { listVersions } from '#src/features/plan/store/queries/versions.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { Choice } from '#src/ui/field.tsx'

/** The frozen versions of the plan, the newest first: a handout is made of one of them. */
export async function versionChoices(context: Context): Promise<Choice[]> {
  const primary = mayDo(context.actor, planPermissions, 'read-working-plan')
    ? await findPrimaryPlan(context)
    : undefined
  const versions = primary ? await listVersions(context, primary.id) : []
  return versions.map(({ id, label }) => ({ value: id, label }))
}
