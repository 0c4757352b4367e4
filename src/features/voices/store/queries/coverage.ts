import { getMunicipality } from '#src/features/organization/store/queries.ts'
import { permissions as planPermissions } from '#src/features/plan/core/permissions.ts'
import { findPrimaryPlan } from '#src/features/plan/store/queries/plans.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { type Coverage, coverageOf } from '../../core/coverage.ts'
import { permissions } from '../../core/permissions.ts'
import { type ItemChoice, listItemChoices } from './plan-items.ts'
import { type Code, listCodes, listGivenCodes } from './sorting.ts'
import { type HeardLine, listHeard } from './voices.ts'

export type CoverageFacts = {
  coverage: Coverage
  heard: ReadonlyMap<string, HeardLine>
  codes: readonly Code[]
  items: readonly ItemChoice[]
  /** The plan whose pages hold the items, for those who may open it. */
  planId: string | undefined
}

/** Where voices lead nowhere and where the plan heard nobody (抜けと偏り). */
export async function getCoverage(context: Context): Promise<CoverageFacts> {
  authorize(context, permissions, 'read-voices')
  const [all, codes, given, items, { districts }] = await Promise.all([
    listHeard(context),
    listCodes(context),
    listGivenCodes(context),
    listItemChoices(context),
    getMunicipality(context),
  ])
  const heard = all.filter(({ kind }) => kind !== 'none' && kind !== 'offtopic')
  const itemOfCode = new Map(codes.map(({ id, planItemId }) => [id, planItemId]))
  const codesOf = Map.groupBy(given, ({ opinionId }) => opinionId)
  const voices = heard.map(({ id, district, aboutRef }) => {
    const codeIds = (codesOf.get(id) ?? []).map(({ codeId }) => codeId)
    const itemIds = [aboutRef.split('/')[0], ...codeIds.map((codeId) => itemOfCode.get(codeId))]
    return { id, district, codeIds, itemIds: itemIds.flatMap((itemId) => itemId || []) }
  })
  const coverage = coverageOf(voices, {
    codeIds: codes.map(({ id }) => id),
    measureIds: items.filter(({ isMeasure }) => isMeasure).map(({ id }) => id),
    districts,
  })
  const plan = mayDo(context.actor, planPermissions, 'read-working-plan')
    ? await findPrimaryPlan(context)
    : undefined
  return { coverage, heard: new Map(heard.map((one) => [one.id, one])), codes, items, planId: plan?.id }
}
