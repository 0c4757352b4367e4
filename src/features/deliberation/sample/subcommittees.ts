import { assignToSubcommittee } from '#src/features/organization/store/commands-subcommittees.ts'
import { addPerson } from '#src/features/organization/store/people-commands.ts'
import { childrenOf } from '#src/features/plan/core/plan-tree.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { addDays } from '#src/lib/japanese/business-days.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'

/** The policies of the plan dealt out to the subcommittees in turn, and an invented member of staff who reviews in each. */
export async function assignTheFields(context: Context, bodyIds: readonly string[]) {
  const primary = await findPrimaryPlan(context)
  if (!primary) return
  const plan = await getPlanDocument(context, primary.id)
  const policies = childrenOf(plan.items).get(plan.concept.vision.id) ?? []
  const days = { validFrom: addDays(tokyoDay(context.now), -200), validTo: undefined }
  for (const [position, { id: subjectId }] of policies.entries()) {
    const bodyId = bodyIds[position % bodyIds.length] ?? ''
    await assignToSubcommittee(context, { bodyId, kind: 'policy', subjectId, ...days })
  }
  for (const [position, bodyId] of bodyIds.entries()) {
    const name = `見本 部会${position + 1}`
    const subjectId = await addPerson(context, { name, kana: `みほん ぶかい${position + 1}`, posts: [] })
    await assignToSubcommittee(context, { bodyId, kind: 'person', subjectId, ...days })
  }
}
