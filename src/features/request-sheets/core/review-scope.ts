import type { ReviewField } from '#src/features/organization/core/subcommittees.ts'
import { childrenOf } from '#src/features/plan/core/plan-tree.ts'
import type { PlanItem } from '#src/formats/plan-item.ts'

/** What somebody of a subcommittee may read: sheets of these units, and sheets about these measures. */
export type ReviewScope = { unitIds: ReadonlySet<string>; subjectIds: ReadonlySet<string> }

export const noScope: ReviewScope = { unitIds: new Set(), subjectIds: new Set() }

/** The field of a reviewer (分野) as it is in the plan today: what stands below its policies, itself included. */
export function scopeOf({ unitIds, policyIds }: ReviewField, items: readonly PlanItem[]): ReviewScope {
  const children = childrenOf(items)
  const subjectIds = new Set(policyIds)
  for (const id of subjectIds) for (const child of children.get(id) ?? []) subjectIds.add(child.id)
  return { unitIds, subjectIds }
}

export const isInScope = (
  { unitId, subjectId }: { unitId: string; subjectId: string | undefined },
  { unitIds, subjectIds }: ReviewScope,
) => unitIds.has(unitId) || (subjectId !== undefined && subjectIds.has(subjectId))
