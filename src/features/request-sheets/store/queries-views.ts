import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { getFieldOfBody } from '#src/features/organization/store/queries-subcommittees.ts'
import { permissions as planPermissions } from '#src/features/plan/core/permissions.ts'
import { findPrimaryPlan, getPlanDocument } from '#src/features/plan/store/queries/plans.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../core/permissions.ts'
import { isInScope } from '../core/review-scope.ts'
import type { ViewGround } from '../core/views/round-view.ts'
import { getRound, listSheets } from './queries.ts'
import { listSections } from './queries-ground.ts'
import { listReferences } from './queries-references.ts'
import { scopeIn } from './queries-scope.ts'

/** What the views of a round are made from: of the sheets only those the person who asks may read. */
export async function getViewGround(context: Context, roundId: string): Promise<ViewGround> {
  const round = await getRound(context, roundId)
  const [units, today] = [await listUnits(context), tokyoDay(context.now)]
  return {
    round,
    sheets: await listSheets(context, { roundId }),
    sections: await listSections(context),
    nameOf: (unitId) => unitNameOn(units, unitId, today) ?? '廃止された組織',
    references: await listReferences(context, round.fields),
    plan: await planFor(context),
  }
}

async function planFor(context: Context) {
  const plan = mayDo(context.actor, planPermissions, 'read-working-plan') && (await findPrimaryPlan(context))
  return plan ? getPlanDocument(context, plan.id) : undefined
}

type Paper = { roundId: string; subcommitteeId?: string | undefined }

/** The same for the paper of a body: a subcommittee is given the sheets of its field, any other body all of them. */
export async function getPaperGround(
  context: Context,
  { roundId, subcommitteeId }: Paper,
): Promise<ViewGround> {
  authorize(context, permissions, 'make-round-paper')
  const ground = await getViewGround(context, roundId)
  if (subcommitteeId === undefined) return ground
  const scope = await scopeIn(context, await getFieldOfBody(context, subcommitteeId))
  return { ...ground, sheets: ground.sheets.filter((sheet) => isInScope(sheet, scope)) }
}
