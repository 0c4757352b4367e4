import { command } from '#src/platform/command.ts'
import { refuseIfStale } from '#src/platform/errors.ts'
import { permissions } from '../../core/permissions.ts'
import { getPlanHead } from '../queries/plans.ts'
import { type PlanHead, planHead } from '../queries/rows.ts'
import { tables } from '../tables.ts'
import { dropDraftOf } from './drafts.ts'
import { touchPlan } from './touch.ts'

type Save = { planId: string; revision: number; changes: Partial<Omit<PlanHead, 'schema' | 'planId'>> }

/** Saves the basic concept (基本構想), the period, the labels: what is said of the plan as a whole. */
export const savePlanHead = command(permissions, 'edit-concept', async (context, given: Save) => {
  const current = await getPlanHead(context, given.planId)
  refuseIfStale(current, given.revision)
  const head = planHead.parse({ ...current.head, ...given.changes })
  await tables(context)
    .updateTable('plans')
    .set({ head: JSON.stringify(head), title: head.title, revision: current.revision + 1 })
    .where('id', '=', given.planId)
    .execute()
  await dropDraftOf(context, given.planId)
  await touchPlan(context, given.planId)
})

/** Chooses the plan the public site shows. There is always at most one. */
export const choosePrimaryPlan = command(
  permissions,
  'edit-concept',
  async (context, { planId }: { planId: string }) => {
    await getPlanHead(context, planId)
    await tables(context).updateTable('plans').set({ primarySince: null }).execute()
    await tables(context)
      .updateTable('plans')
      .set({ primarySince: context.now.toISOString() })
      .where('id', '=', planId)
      .execute()
  },
)
