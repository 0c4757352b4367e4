import { findPrimaryPlan } from '#src/features/plan/store/queries/plans.ts'
import { getVersion, listVersions } from '#src/features/plan/store/queries/versions.ts'
import type { Context } from '#src/platform/context.ts'
import type { Choice } from '#src/ui/field.tsx'
import type { Inquiry } from '../../core/inquiry.ts'
import { placesOf } from '../../core/view-change.ts'
import { frozenVersions } from '../../store/queries-view-changes.ts'

export type ChangeChoices = { versions: Choice[]; places: Choice[] }

/** Versions after the one that was laid, and the places of the last of them: where something may have changed. */
export async function changeChoices(
  context: Context,
  { versionId }: Pick<Inquiry, 'versionId'>,
): Promise<ChangeChoices> {
  const laid = versionId ? await getVersion(context, versionId) : undefined
  const planId = laid?.planId ?? (await findPrimaryPlan(context))?.id
  const versions = planId ? await listVersions(context, planId) : []
  const later = versions.filter(({ id, frozenAt }) => !laid || (id !== laid.id && frozenAt >= laid.frozenAt))
  const [last] = later
  const plan = last && (await frozenVersions(context)(last.id))
  return {
    versions: later.map(({ id, label }) => ({ value: id, label })),
    places: plan ? placesOf(plan) : [],
  }
}
