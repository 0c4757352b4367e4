import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { inTransaction } from '#src/platform/database/transaction.ts'
import { permissions } from '../../core/permissions.ts'
import { tables } from '../tables.ts'

type NewDraft = { form: string; entered: Record<string, string>; revision: number }

/**
 * Keeps what a person has typed so far (下書き), for that person only. `form` names the page by the id it edits.
 *
 * No audit entry: a draft changes nothing of the plan, and one comes every ten seconds of typing.
 */
export function keepDraft(context: Context, { form, revision, entered }: NewDraft): Promise<void> {
  authorize(context, permissions, 'edit-item')
  return inTransaction(context, async (inside) => {
    await discardDraft(inside, { form })
    await tables(inside)
      .insertInto('planDrafts')
      .values({
        id: context.newId('dr'),
        actor: context.actor.id,
        form,
        entered: JSON.stringify(entered),
        revision,
        savedAt: context.now.toISOString(),
      })
      .execute()
  })
}

export async function discardDraft(context: Context, { form }: { form: string }) {
  authorize(context, permissions, 'edit-item')
  await tables(context)
    .deleteFrom('planDrafts')
    .where('actor', '=', context.actor.id)
    .where('form', '=', form)
    .execute()
}

/** After saving, the drafts of this person for the thing are spent: all its forms begin with its id. */
export const dropDraftOf = (context: Context, subjectId: string) =>
  tables(context)
    .deleteFrom('planDrafts')
    .where('actor', '=', context.actor.id)
    .where('form', 'like', `${subjectId}%`)
    .execute()
