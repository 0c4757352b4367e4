import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../../core/permissions.ts'
import { tables } from '../tables.ts'

export type Draft = { entered: Record<string, string>; revision: number; savedAt: string }
export type WaitingDraft = { form: string; savedAt: string }

/** What this person typed into a form and has not saved. */
export async function findDraft(context: Context, form: string): Promise<Draft | undefined> {
  authorize(context, permissions, 'read-working-plan')
  const row = await tables(context)
    .selectFrom('planDrafts')
    .select(['entered', 'revision', 'savedAt'])
    .where('actor', '=', context.actor.id)
    .where('form', '=', form)
    .executeTakeFirst()
  return row && { ...row, entered: JSON.parse(row.entered) }
}

/** All forms in which this person has something unsaved, newest first. */
export function listWaitingDrafts(context: Context): Promise<WaitingDraft[]> {
  authorize(context, permissions, 'read-working-plan')
  return tables(context)
    .selectFrom('planDrafts')
    .select(['form', 'savedAt'])
    .where('actor', '=', context.actor.id)
    .orderBy('savedAt', 'desc')
    .orderBy('form')
    .limit(20)
    .execute()
}
