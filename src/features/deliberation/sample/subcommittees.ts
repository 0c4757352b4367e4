import { assignToSubcommittee } from '#src/features/organization/store/commands-subcommittees.ts'
import { addPerson } from '#src/features/organization/store/people-commands.ts'
import { childrenOf } from '#src/features/plan/core/plan-tree.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { addDays } from '#src/lib/japanese/business-days.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import type { Context } from '#src/platform/context.ts'

type Subcommittee = { bodyId: string; word: string }

/** Each policy of the plan with the subcommittee of its field, and an invented member of staff who reviews in each. */
export async function assignTheFields(context: Context, subcommittees: readonly Subcommittee[]) {
  const primary = await findPrimaryPlan(context)
  if (!primary) return
  const plan = await getPlanDocument(context, primary.id)
  const days = { validFrom: addDays(tokyoDay(context.now), -200), validTo: undefined }
  for (const { id: subjectId, title } of childrenOf(plan.items).get(plan.concept.vision.id) ?? []) {
    const own = subcommittees.find(({ word }) => title.includes(word))
    if (own) await assignToSubcommittee(context, { bodyId: own.bodyId, kind: 'policy', subjectId, ...days })
  }
  for (const [position, { bodyId }] of subcommittees.entries()) {
    const post = { unitId: null, title: '部会員', kind: 'additional' as const, ...days }
    const person = { name: `見本 部会${position + 1}`, kana: `みほん ぶかい${position + 1}`, posts: [post] }
    const subjectId = await addPerson(context, person)
    await assignToSubcommittee(context, { bodyId, kind: 'person', subjectId, ...days })
  }
}
