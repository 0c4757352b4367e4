import type { Context } from '#src/platform/context.ts'
import { tables } from '../tables.ts'

/** Every edit counts, so that whoever keeps an assembled plan knows it is old. */
export async function touchPlan(context: Context, planId: string) {
  await tables(context)
    .updateTable('plans')
    .set((set) => ({ changeCount: set('changeCount', '+', 1), updatedAt: context.now.toISOString() }))
    .where('id', '=', planId)
    .execute()
}

/** Who saved, and when: the columns every saved row has. */
export const savedNow = (context: Context) => ({
  updatedAt: context.now.toISOString(),
  updatedBy: context.actor.id,
})
