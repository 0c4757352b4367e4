import type { Context } from '#src/platform/context.ts'
import type { LintContext } from '../core/lint/finding.ts'
import { registryPlan } from '../core/lint/registry.ts'
import { getPlanDocument, listPlans } from './queries/plans.ts'

/** For the lint: the related plans that are kept here too, found by their document or their name. None: nothing to say. */
export async function lintFacts(context: Context, planId: string): Promise<Pick<LintContext, 'registry'>> {
  const { relatedPlans } = await getPlanDocument(context, planId)
  const others = (await listPlans(context)).filter(({ id }) => id !== planId)
  const registry = await Promise.all(
    relatedPlans.flatMap(({ id, name, documentRef }) => {
      const held = others.find((other) => other.id === documentRef || other.title === name)
      return held ? [getPlanDocument(context, held.id).then((plan) => registryPlan(id, plan))] : []
    }),
  )
  return registry.length > 0 ? { registry } : {}
}
