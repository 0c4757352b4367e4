import { z } from 'zod'
import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { authorize } from '#src/platform/authorize.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { inTransaction } from '#src/platform/database/transaction.ts'
import { Refusal } from '#src/platform/errors.ts'
import { mayFillSheet, permissions } from '../core/permissions.ts'
import { getSheet } from './queries.ts'
import { tables } from './tables.ts'

type NewDraft = { sheetId: string; entered: Record<string, string>; revision: number }

/**
 * Keeps what a person has typed into a sheet so far (下書き), for that person only. No audit entry: it changes nothing of the
 * sheet, and one comes every ten seconds of typing.
 */
export async function keepSheetDraft(context: Context, { sheetId, entered, revision }: NewDraft) {
  authorize(context, permissions, 'fill-sheet')
  const { sheet } = await getSheet(context, sheetId)
  if (!mayFillSheet(await getOwner(context), sheet))
    throw new Refusal('forbidden', 'このシートに書けるのは、依頼された課と事務局です')
  await inTransaction(context, async (inside) => {
    await discardSheetDraft(inside, { sheetId })
    const [actor, savedAt] = [context.actor.id, context.now.toISOString()]
    const row = { sheetId, actor, entered: JSON.stringify(entered), revision, savedAt }
    await tables(inside).insertInto('sheetDrafts').values(row).execute()
  })
}

/** Throws a draft away; saving the sheet does so too. */
export async function discardSheetDraft(context: Context, { sheetId }: { sheetId: string }) {
  authorize(context, permissions, 'read-sheets')
  await tables(context)
    .deleteFrom('sheetDrafts')
    .where('actor', '=', context.actor.id)
    .where('sheetId', '=', sheetId)
    .execute()
}

export type SheetDraft = { entered: Record<string, string>; revision: number; savedAt: string }

/** What this person typed into a sheet and has not saved. */
export async function findSheetDraft(context: Context, sheetId: string): Promise<SheetDraft | undefined> {
  authorize(context, permissions, 'read-sheets')
  const row = await tables(context)
    .selectFrom('sheetDrafts')
    .select(['entered', 'revision', 'savedAt'])
    .where('actor', '=', context.actor.id)
    .where('sheetId', '=', sheetId)
    .executeTakeFirst()
  return row && { ...row, entered: z.record(z.string(), z.string()).parse(JSON.parse(row.entered)) }
}

/**
 * Throws away the drafts of sheets nobody can write any more: answered or accepted. Until the morning after, a sheet that is
 * returned at once still has them. An audit entry is left only where there was something to throw away.
 */
export async function purgeDrafts(context: Context) {
  authorize(context, permissions, 'purge-sheet-drafts')
  const sheetIds = await listClosed(context)
  if (sheetIds.length > 0) await purge(context, { sheetIds })
}

const listClosed = async (context: Context) => {
  const rows = await tables(context)
    .selectFrom('sheetDrafts')
    .innerJoin('requestSheets', 'requestSheets.id', 'sheetDrafts.sheetId')
    .select('sheetDrafts.sheetId')
    .distinct()
    .where('requestSheets.state', 'in', ['answered', 'accepted'])
    .orderBy('sheetDrafts.sheetId')
    .execute()
  return rows.map(({ sheetId }) => sheetId)
}

const purge = command(
  permissions,
  'purge-sheet-drafts',
  async (context, { sheetIds }: { sheetIds: readonly string[] }) => {
    await tables(context).deleteFrom('sheetDrafts').where('sheetId', 'in', sheetIds).execute()
    context.trail.objects.push(...sheetIds)
  },
)
