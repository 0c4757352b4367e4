import type { FieldOfBody } from '#src/features/organization/core/subcommittees.ts'
import { numbersOf } from '#src/features/plan/core/numbering.ts'
import { childrenOf } from '#src/features/plan/core/plan-tree.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import type { PlanItem } from '#src/formats/plan-item.ts'

/** 受け持ち: what a body answers for, in words. */
export type AnswersFor = {
  /** 政策 with the departments (部) that lead its measures. */
  policies: { words: string; departments: string[] }[]
  /** 組織 that were assigned themselves. */
  units: string[]
}

type Plan = Pick<PlanDocument, 'items' | 'concept' | 'units'>

/** The fields of the bodies in the words of a plan. A policy the plan does not have is left out. */
export function answersFor(
  fields: readonly FieldOfBody[],
  plan: Plan | undefined,
): ReadonlyMap<string, AnswersFor> {
  const policies = plan ? policiesOf(plan) : new Map<string, Policy>()
  return new Map(
    fields.map(({ bodyId, policyIds, unitNames }) => [
      bodyId,
      {
        policies: [...policies].filter(([id]) => policyIds.includes(id)).map(([, policy]) => policy),
        units: unitNames,
      },
    ]),
  )
}

type Policy = AnswersFor['policies'][number]

/** The policies in the order of the plan: 3 安心して暮らせるまち. */
function policiesOf(plan: Plan): Map<string, Policy> {
  const children = childrenOf(plan.items)
  const numbers = numbersOf(plan)
  const departmentOf = departments(plan.units)
  const below = ({ id }: PlanItem): PlanItem[] =>
    (children.get(id) ?? []).flatMap((item) => [item, ...below(item)])
  const policies = (children.get(plan.concept.vision.id) ?? []).filter(({ kind }) => kind === 'policy')
  return new Map(
    policies.map((policy) => {
      const leads = below(policy).flatMap(({ kind, lead }) => (kind === 'measure' && lead ? [lead] : []))
      const words = `${numbers.get(policy.id) ?? ''} ${policy.title}`.trim()
      return [policy.id, { words, departments: [...new Set(leads.flatMap(departmentOf))] }]
    }),
  )
}

/** The name of the uppermost unit over a unit. A ring, which units cannot form, would still end. */
function departments(units: Plan['units']) {
  const known = new Map(units.map((unit) => [unit.id, unit]))
  return (unitId: string): string[] => {
    let at = known.get(unitId)
    for (let steps = 0; at?.parentId && steps < units.length; steps++) at = known.get(at.parentId) ?? at
    return at ? [at.name] : []
  }
}
