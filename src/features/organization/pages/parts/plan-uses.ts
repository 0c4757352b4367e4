import { permissions as planPermissions } from '#src/features/plan/core/permissions.ts'
import { getPlanDocument, listPlans } from '#src/features/plan/store/queries/plans.ts'
import type { PlanDocument } from '#src/formats/plan-document.ts'
import { mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import type { FindUses } from '../../store/commands.ts'

export const mayReadPlans = ({ actor }: Context) => mayDo(actor, planPermissions, 'read-working-plan')

/** What the plans being worked on say of each unit: 施策「子育て支援」の主管課. */
export async function listPlanUses(context: Context): Promise<Map<string, string[]>> {
  const uses = new Map<string, string[]>()
  for (const { id } of await listPlans(context)) {
    for (const [unitId, words] of usesIn(await getPlanDocument(context, id))) {
      if (unitId) uses.set(unitId, [...(uses.get(unitId) ?? []), words])
    }
  }
  return uses
}

type Use = [unitId: string | null | undefined, words: string]

const usesIn = ({ items, indicators, projects, relatedPlans, waivers }: PlanDocument): Use[] => [
  ...items.flatMap(({ title, lead, support }): Use[] => [
    [lead, `「${title}」の主管課です`],
    ...support.map((unitId): Use => [unitId, `「${title}」の関係課です`]),
  ]),
  ...indicators.flatMap(({ name, ownerId, contactUnitId }): Use[] => [
    [ownerId, `指標「${name}」の担当課です`],
    [contactUnitId === ownerId ? null : contactUnitId, `指標「${name}」の問合せ先です`],
  ]),
  ...projects.map(({ title, ownerId }): Use => [ownerId, `事務事業「${title}」の担当課です`]),
  ...relatedPlans.map(({ name, ownerId }): Use => [ownerId, `関連計画「${name}」の担当課です`]),
  ...waivers.map(({ ruleId, grantedBy }): Use => [grantedBy, `点検 ${ruleId} の例外を認めています`]),
]

/** For the commands that delete a unit. Who may not read the plans cannot know that none speaks of it. */
export const findPlanUses: FindUses = async (context, unitId) => {
  if (!mayReadPlans(context)) {
    return ['計画で使われていないかを、確かめる権限がありません。企画（事務局）に頼んでください']
  }
  return (await listPlanUses(context)).get(unitId) ?? []
}
