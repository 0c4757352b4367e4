import { permissions as planPermissions } from '#src/features/plan/core/permissions.ts'
import { type PublicPlan, publicPlan } from '#src/features/plan/core/public-plan.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { findPublicPlan, getPublicVersion } from '#src/features/plan/store/queries/public.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { Entered, Problems } from '#src/platform/form.ts'
import { changeAt } from '../../core/change-at.ts'

/** The plan as it is worked on, for those who may read it; else the one that is public today. */
export async function planOfToday(context: Context): Promise<PublicPlan | undefined> {
  const primary = mayDo(context.actor, planPermissions, 'read-working-plan')
    ? await findPrimaryPlan(context)
    : undefined
  if (!primary) return findPublicPlan(context)
  return publicPlan(await getPlanDocument(context, primary.id), { publishedOn: '', hash: '' })
}

/** Fills old and new of an answer from what differs at its place between the version laid open and today. */
export async function takeChange(
  context: Context,
  versionId: string,
  { entered }: { entered: Entered },
): Promise<{ entered: Entered; problems: Problems }> {
  const planRef = entered['planRef'] ?? ''
  if (planRef === '') return { entered, problems: { planRef: '直したところを選んでください' } }
  const today = await planOfToday(context)
  const change = today && changeAt(planRef, await getPublicVersion(context, versionId), today)
  return change
    ? { entered: { ...entered, ...change }, problems: {} }
    : {
        entered,
        problems: { planRef: 'ここは、意見を募った版から変わっていません。先に計画を直してください' },
      }
}
