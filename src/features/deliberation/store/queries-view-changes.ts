import { type PublicPlan, publicPlan } from '#src/features/plan/core/public-plan.ts'
import { getPublicVersion, listPublicVersions } from '#src/features/plan/store/queries/public.ts'
import { getVersion, getVersionDocument, listVersions } from '#src/features/plan/store/queries/versions.ts'
import type { Context } from '#src/platform/context.ts'
import type { CouncilView, Inquiry, ViewAnswer } from '../core/inquiry.ts'
import { differencesAt, placeOf, type ViewChange } from '../core/view-change.ts'

/** Gives a frozen version, or undefined where it may not be read. */
export type ReadVersion = (versionId: string) => Promise<PublicPlan | undefined>

/** Every frozen version as residents would read it, for staff and for letters. */
export const frozenVersions = (context: Context): ReadVersion =>
  once(async (versionId) => {
    const document = await getVersionDocument(context, versionId)
    return publicPlan(document, { publishedOn: '', hash: '' })
  })

/** Only versions that were published. */
export async function publishedVersions(context: Context): Promise<ReadVersion> {
  const known = new Set((await listPublicVersions(context)).map(({ id }) => id))
  return once(async (versionId) => (known.has(versionId) ? getPublicVersion(context, versionId) : undefined))
}

function once(read: ReadVersion): ReadVersion {
  const kept = new Map<string, ReturnType<ReadVersion>>()
  return (versionId) => {
    const plan = kept.get(versionId) ?? read(versionId)
    kept.set(versionId, plan)
    return plan
  }
}

/** 反映したところ of each view of a report that has one, by the position of the view. */
export async function listViewChanges(
  { views, versionId }: Pick<Inquiry, 'views' | 'versionId'>,
  read: ReadVersion,
): Promise<Map<number, ViewChange>> {
  const changes = new Map<number, ViewChange>()
  for (const [position, view] of views.entries()) {
    const change = await viewChange(view, versionId, read)
    if (change) changes.set(position, change)
  }
  return changes
}

async function viewChange(
  { versionId, itemId }: Pick<CouncilView, 'versionId' | 'itemId'>,
  laidId: string | undefined,
  read: ReadVersion,
): Promise<ViewChange | undefined> {
  const after = versionId ? await read(versionId) : undefined
  const place = after && placeOf(after, itemId)
  if (!after || place === undefined) return undefined
  const before = laidId ? await read(laidId) : undefined
  const differences = before ? differencesAt(itemId, before, after) : []
  return { itemId, place, versionId, versionLabel: after.plan.version.label, differences }
}

/** Why something cannot be what was changed for a view, and beside which field to say so. */
export type ChangeProblem = { field: 'versionId' | 'itemId'; words: string }

export async function viewChangeProblem(
  context: Context,
  { versionId, itemId }: ViewAnswer,
  laidId: string | undefined,
): Promise<ChangeProblem | undefined> {
  if (!versionId) return undefined
  if (laidId && !(await isLater(context, versionId, laidId)))
    return { field: 'versionId', words: '諮問に別添した版より後の版を選んでください' }
  const change = await viewChange({ versionId, itemId }, laidId, frozenVersions(context))
  if (!change) return { field: 'itemId', words: 'この版に、選んだところがありません' }
  if (laidId && change.differences.length === 0)
    return { field: 'itemId', words: 'ここは、諮問に別添した版から変わっていません' }
  return undefined
}

async function isLater(context: Context, versionId: string, laidId: string): Promise<boolean> {
  const laid = await getVersion(context, laidId)
  const own = await listVersions(context, laid.planId)
  return own.some(({ id, frozenAt }) => id === versionId && id !== laidId && frozenAt >= laid.frozenAt)
}
