import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { mayEditItem, permissions } from '../../core/permissions.ts'
import { findPrimaryPlan, getPlanDocument } from './plans.ts'

/** A place of the plan that evidence can be tied to, by its item. */
export type EvidenceSubject = { value: string; itemId: string; label: string }

const short = (text: string) => (text.length > 30 ? `${text.slice(0, 30)}…` : text)

/** Issues, directions and indicators of the measures the person may edit, in the order of the plan of the city. */
export async function listEvidenceSubjects(
  context: Context,
): Promise<{ planId: string; subjects: EvidenceSubject[] } | undefined> {
  if (!mayDo(context.actor, permissions, 'edit-item')) return undefined
  const plan = await findPrimaryPlan(context)
  if (!plan) return undefined
  const { items, indicators } = await getPlanDocument(context, plan.id)
  const owner = await getOwner(context)
  const subjects = items.flatMap((item) => {
    if (item.kind !== 'measure' || !mayEditItem(owner, item)) return []
    const { title, issues, directions } = item
    const own = indicators.filter(({ itemId }) => itemId === item.id)
    return [
      ...issues.map(({ id, text }) => ({ value: id, label: `${title}：課題「${short(text)}」` })),
      ...directions.map(({ id, heading }) => ({ value: id, label: `${title}：方向「${short(heading)}」` })),
      ...own.map(({ id, name }) => ({ value: id, label: `${title}：指標「${short(name)}」` })),
    ].map((subject) => ({ ...subject, itemId: item.id }))
  })
  return { planId: plan.id, subjects }
}
