import type { ReviewField } from '#src/features/organization/core/subcommittees.ts'
import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { getOwnField } from '#src/features/organization/store/queries-subcommittees.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import type { Context } from '#src/platform/context.ts'
import { mayReadSheet } from '../core/permissions.ts'
import { noScope, type ReviewScope, scopeOf } from '../core/review-scope.ts'
import type { RequestSheet } from '../core/sheets.ts'

/** Which sheets the person who asks may read: the one place every query and command of the room goes through. */
export async function readerOf(context: Context) {
  const [owner, scope] = [await getOwner(context), await reviewScopeOf(context)]
  return (sheet: Sheet) => mayReadSheet(owner, sheet, scope)
}

type Sheet = Pick<RequestSheet, 'unitId' | 'state' | 'subjectId'>

/** Looked up only where it decides: a subcommittee has its field, everybody else what their role says. */
async function reviewScopeOf(context: Context): Promise<ReviewScope> {
  const { roles } = context.actor
  if (!roles.includes('reviewer') || roles.includes('secretariat')) return noScope
  return scopeIn(context, await getOwnField(context))
}

/** A field as the sheets see it: with the measures below its policies in the plan of today. */
export async function scopeIn(context: Context, field: ReviewField): Promise<ReviewScope> {
  const plan = field.policyIds.size > 0 ? await findPrimaryPlan(context) : undefined
  return scopeOf(field, plan ? (await getPlanDocument(context, plan.id)).items : [])
}
