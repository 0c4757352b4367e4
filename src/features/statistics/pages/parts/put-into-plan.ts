import { addDataPoint } from '#src/features/plan/store/commands/parts.ts'
import { findPrimaryPlan } from '#src/features/plan/store/queries/plans.ts'
import type { DataPoint } from '#src/formats/plan-parts.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'

/** Adds a figure to those the texts of the city's plan quote; gives the address where it stands. */
export async function putIntoPlan(context: Context, point: Omit<DataPoint, 'id'>): Promise<string> {
  const plan = found(await findPrimaryPlan(context), '公開サイトに出す計画')
  const id = await addDataPoint(context, { planId: plan.id, point })
  return `/staff/figures/${plan.id}?notice=added#${id}`
}
