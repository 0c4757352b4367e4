import { permissions as planPermissions } from '#src/features/plan/core/permissions.ts'
import { type PublicPlan, publicPlan } from '#src/features/plan/core/public-plan.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { findPublicPlan } from '#src/features/plan/store/queries/public.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'

/** The plan as it is worked on, for those who may read it; else the one that is public today. */
export async function planOfToday(context: Context): Promise<PublicPlan | undefined> {
  const primary = mayDo(context.actor, planPermissions, 'read-working-plan')
    ? await findPrimaryPlan(context)
    : undefined
  if (!primary) return findPublicPlan(context)
  return publicPlan(await getPlanDocument(context, primary.id), { publishedOn: '', hash: '' })
}
