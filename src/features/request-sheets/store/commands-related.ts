import { unitNameOn } from '#src/features/organization/core/succession.ts'
import { listUnits } from '#src/features/organization/store/queries.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { command } from '#src/platform/command.ts'
import { found, Refusal } from '#src/platform/errors.ts'
import { permissions } from '../core/permissions.ts'
import { mayCommentAsRelated } from '../core/related-units.ts'
import type { RemarkKind } from '../core/sheets.ts'
import { getRelatedSheet } from './queries-related.ts'
import { tables } from './tables.ts'

type NewComment = { sheetId: string; fieldId: string; kind: RemarkKind; text: string }

/** 関係課が意見を書く, on one field of a sheet that names it, while the sheet is written or looked at. Answers stay as they are. */
export const commentAsRelated = command(
  permissions,
  'comment-as-related',
  async (context, given: NewComment) => {
    const { sheet, round } = await getRelatedSheet(context, given.sheetId)
    found(
      round.fields.find(({ id }) => id === given.fieldId),
      '項目',
    )
    if (!mayCommentAsRelated(sheet)) throw new Refusal('conflict', '受理されたシートには、意見を書けません')
    const unitId = found(context.actor.unitId, '課')
    const name = unitNameOn(await listUnits(context), unitId, tokyoDay(context.now)) ?? ''
    const id = context.newId('rc')
    await tables(context)
      .insertInto('sheetComments')
      .values({
        ...given,
        id,
        body: `${name}（関係課）`,
        bodyId: null,
        unitId,
        writtenBy: context.actor.id,
        writtenAt: context.now.toISOString(),
        outcome: null,
        note: '',
        closedBy: null,
        closedAt: null,
      })
      .execute()
    return id
  },
)
