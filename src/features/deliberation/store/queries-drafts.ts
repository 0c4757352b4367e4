import { quoteAnchor } from '#src/lib/document/quote-anchor.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { type DraftComment, isResolved, type LaidDraft } from '../core/draft-comments.ts'
import { permissions } from '../core/permissions.ts'
import { tables } from './tables.ts'

/** Every draft laid before a body, the latest first. For the room itself: callers have looked who asks. */
export async function listLaid(context: Context): Promise<LaidDraft[]> {
  const rows = await tables(context)
    .selectFrom('laidDrafts')
    .selectAll()
    .orderBy('laidOn', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, commentUntil: row.commentUntil ?? undefined }))
}

/** The drafts laid before all bodies. */
export async function listLaidDrafts(context: Context): Promise<LaidDraft[]> {
  authorize(context, permissions, 'read-draft-comments')
  return listLaid(context)
}

export async function getLaidDraft(context: Context, draftId: string): Promise<LaidDraft> {
  return found(
    (await listLaidDrafts(context)).find(({ id }) => id === draftId),
    '案',
  )
}

/** The comments of one body's members, the oldest first: for the secretariat and the body itself. */
export async function listDraftComments(context: Context, bodyId: string): Promise<DraftComment[]> {
  if (!mayDo(context.actor, permissions, 'read-draft-comments')) {
    authorize(context, permissions, 'read-as-member')
    const own = await tables(context)
      .selectFrom('memberships')
      .select('bodyId')
      .where('id', '=', context.actor.id)
      .executeTakeFirst()
    found(own?.bodyId === bodyId ? own : undefined, '案')
  }
  const rows = await tables(context)
    .selectFrom('draftComments')
    .selectAll()
    .where('bodyId', '=', bodyId)
    .orderBy('writtenAt')
    .orderBy('id')
    .execute()
  return rows.map(({ anchor, resolvedAt, ...row }) => ({
    ...row,
    anchor: quoteAnchor.parse(JSON.parse(anchor)),
    resolvedAt: resolvedAt ?? undefined,
  }))
}

/** How many comments nobody has answered. */
export async function countOpenComments(context: Context): Promise<number> {
  authorize(context, permissions, 'read-draft-comments')
  const row = await tables(context)
    .selectFrom('draftComments')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('resolution', '=', '')
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** How many comments each draft has, and how many of them nobody has answered. */
export async function countCommentsByDraft(
  context: Context,
): Promise<ReadonlyMap<string, { count: number; open: number }>> {
  authorize(context, permissions, 'read-draft-comments')
  const rows = await tables(context).selectFrom('draftComments').select(['draftId', 'resolution']).execute()
  const byDraft = Map.groupBy(rows, ({ draftId }) => draftId)
  return new Map(
    [...byDraft].map(([draftId, own]) => [
      draftId,
      { count: own.length, open: own.filter((one) => !isResolved(one)).length },
    ]),
  )
}

/** The same by the plan item they are about. */
export async function countOpenCommentsByItem(
  context: Context,
): Promise<{ itemId: string; count: number }[]> {
  authorize(context, permissions, 'read-draft-comments')
  const rows = await tables(context)
    .selectFrom('draftComments')
    .select((select) => ['itemId', select.fn.countAll<number>().as('count')])
    .where('resolution', '=', '')
    .groupBy('itemId')
    .orderBy('itemId')
    .execute()
  return rows.map(({ itemId, count }) => ({ itemId, count: Number(count) }))
}
