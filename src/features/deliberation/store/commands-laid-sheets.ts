import { hasApprovedAnswers } from '#src/features/request-sheets/core/sheets.ts'
import { commentOnSheet, withdrawSheetComment } from '#src/features/request-sheets/store/commands-review.ts'
import { getSheet } from '#src/features/request-sheets/store/queries.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { mayStillComment } from '../core/draft-comments.ts'
import { permissions } from '../core/permissions.ts'
import { getBody, todayOf } from './queries.ts'
import { getOwnSheet, listLaidSheets } from './queries-laid-sheets.ts'
import { ownSeat } from './queries-members.ts'
import { tables } from './tables.ts'

type Laying = { bodyId: string; sheetIds: readonly string[]; commentUntil: string | undefined }

/**
 * シートを会議体に示す: from now on its members read these answers, as they are today, and comment on them by field. Given
 * again after the section answered anew, the new answers stand in place of the former.
 */
export const laySheets = command(
  permissions,
  'lay-drafts',
  async (context, { bodyId, sheetIds, commentUntil }: Laying) => {
    await getBody(context, bodyId)
    for (const sheetId of new Set(sheetIds)) {
      const { sheet } = await getSheet(context, sheetId)
      if (!hasApprovedAnswers(sheet))
        throw new Refusal('conflict', `「${sheet.subject}」は、課長が承認した回答ではないので示せません`)
      const row = {
        id: context.newId('ls'),
        bodyId,
        sheetId,
        sheetRevision: sheet.revision,
        answers: JSON.stringify(sheet.answers),
        laidAt: context.now.toISOString(),
        commentUntil: commentUntil ?? null,
      }
      await tables(context)
        .deleteFrom('laidSheets')
        .where('bodyId', '=', bodyId)
        .where('sheetId', '=', sheetId)
        .where('laidAt', '=', row.laidAt)
        .execute()
      await tables(context).insertInto('laidSheets').values(row).execute()
    }
  },
)

/** シートを示すのをやめる: members no longer find it; what they said stays with the sheet. */
export const takeBackSheet = command(
  permissions,
  'lay-drafts',
  async (context, { bodyId, sheetId }: { bodyId: string; sheetId: string }) => {
    const known = (await listLaidSheets(context)).some(
      (laid) => laid.bodyId === bodyId && laid.sheetId === sheetId,
    )
    if (!known) throw new Refusal('not-found', '示したシートが見つかりません')
    await tables(context)
      .deleteFrom('laidSheets')
      .where('bodyId', '=', bodyId)
      .where('sheetId', '=', sheetId)
      .execute()
  },
)

type NewComment = {
  sheetId: string
  fieldId: string
  kind: 'must-change' | 'question' | 'note'
  text: string
}

/** シートの項目に意見を書く: a member, on a sheet the own body was given, until the day that was set. */
export const commentOnLaidSheet = command(
  permissions,
  'comment-on-drafts',
  async (context, { sheetId, ...given }: NewComment) => {
    const { body } = await ownSeat(context)
    const { laid } = await getOwnSheet(context, sheetId)
    if (!mayStillComment(laid, todayOf(context))) throw new Refusal('conflict', '意見の締切を過ぎています')
    return commentOnSheet(inReview(context), { sheetId, ...given, body: body.name, bodyId: body.id })
  },
)

export const withdrawLaidComment = command(
  permissions,
  'comment-on-drafts',
  async (context, { sheetId, commentId }: { sheetId: string; commentId: string }) => {
    await getOwnSheet(context, sheetId)
    await withdrawSheetComment(inReview(context), { sheetId, commentId })
  },
)

/**
 * The member writes as themselves, in the part of a review. Whether the sheet was given to them was looked at before: what
 * field it is of does not count, so it is found in the place of those who gave it.
 */
const inReview = (context: Context): Context => ({
  ...context,
  actor: { ...context.actor, roles: ['reviewer', 'secretariat'] },
})
