import { numbersOf } from '#src/features/plan/core/numbering.ts'
import { permissions as planPermissions } from '#src/features/plan/core/permissions.ts'
import { type PlanNode, treeOf } from '#src/features/plan/core/plan-tree.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { findPublicPlan } from '#src/features/plan/store/queries/public.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'

/** An item of the plan as a choice: number and title. */
export type ItemChoice = { id: string; label: string; isMeasure: boolean }

/**
 * Policies and measures in the order of the plan: the working one for those who may read it, else the
 * published one.
 */
export async function listItemChoices(context: Context): Promise<ItemChoice[]> {
  const plan = mayDo(context.actor, planPermissions, 'read-working-plan')
    ? await workingPlan(context)
    : (await findPublicPlan(context))?.plan
  return plan ? itemChoices(plan) : []
}

/** Items of the published plan by their id, numbered: what a public page may link to. */
export async function listPublicItems(context: Context): Promise<Map<string, string>> {
  const shown = await findPublicPlan(context)
  return new Map(shown ? itemChoices(shown.plan).map(({ id, label }) => [id, label]) : [])
}

/** The field of the plan (分野, its uppermost item) of every item, by title. */
export async function listFields(context: Context): Promise<Map<string, string>> {
  const plan = mayDo(context.actor, planPermissions, 'read-working-plan')
    ? await workingPlan(context)
    : (await findPublicPlan(context))?.plan
  const fields = new Map<string, string>()
  const walk = ({ item, children }: PlanNode, field: string) => {
    fields.set(item.id, field)
    for (const child of children) walk(child, field)
  }
  const numbers = plan ? numbersOf(plan) : new Map<string, string>()
  for (const node of plan ? treeOf(plan) : [])
    walk(node, `${numbers.get(node.item.id) ?? ''} ${node.item.title}`.trim())
  return fields
}

/** Titles of the policies and measures: of the working plan for those who may read it, else of the published one. */
export async function listMeasureTitles(context: Context): Promise<string[]> {
  const plan = mayDo(context.actor, planPermissions, 'read-working-plan')
    ? await workingPlan(context)
    : (await findPublicPlan(context))?.plan
  return titlesOf(plan)
}

/** Titles of the policies and measures that everybody can read already. */
export const listPublicMeasureTitles = async (context: Context): Promise<string[]> =>
  titlesOf((await findPublicPlan(context))?.plan)

const titlesOf = (plan: PlanDocument | undefined): string[] =>
  (plan?.items ?? []).filter(({ kind }) => kind !== 'program').map(({ title }) => title)

async function workingPlan(context: Context): Promise<PlanDocument | undefined> {
  const primary = await findPrimaryPlan(context)
  return primary && getPlanDocument(context, primary.id)
}

/** Policies and measures of a plan document, numbered as its pages number them. */
export function itemChoices(plan: PlanDocument): ItemChoice[] {
  const numbers = numbersOf(plan)
  const walk = (nodes: readonly PlanNode[]): ItemChoice[] =>
    nodes.flatMap(({ item, children }) =>
      item.kind === 'program'
        ? []
        : [
            {
              id: item.id,
              label: `${numbers.get(item.id) ?? ''} ${item.title}`.trim(),
              isMeasure: item.kind === 'measure',
            },
            ...walk(children),
          ],
    )
  return walk(treeOf(plan))
}
