import { z } from 'zod'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../core/permissions.ts'
import type { SheetComment, SheetDecision } from '../core/review.ts'
import type { RequestSheet } from '../core/sheets.ts'
import { getSheet, listSheets } from './queries.ts'
import { type SheetTables, tables } from './tables.ts'

/**
 * 部会・委員会・関係課の意見 on a sheet, the first first. A section sees those of a body once the secretariat has decided on
 * them, and those of the sections it named at once.
 */
export async function listComments(context: Context, sheetId: string): Promise<SheetComment[]> {
  await getSheet(context, sheetId)
  const rows = await tables(context)
    .selectFrom('sheetComments')
    .selectAll()
    .where('sheetId', '=', sheetId)
    .orderBy('writtenAt')
    .orderBy('id')
    .execute()
  const isReviewing = mayDo(context.actor, permissions, 'comment-sheet')
  return rows
    .map(commentOf)
    .filter(({ outcome, unitId }) => isReviewing || outcome !== undefined || unitId !== undefined)
}

export const commentOf = (row: SheetTables['sheetComments']): SheetComment => ({
  ...row,
  bodyId: row.bodyId ?? undefined,
  unitId: row.unitId ?? undefined,
  outcome: row.outcome ?? undefined,
  closedBy: row.closedBy ?? undefined,
  closedAt: row.closedAt ?? undefined,
})

const changes = z.array(z.object({ fieldId: z.string(), before: z.string(), after: z.string() }))

/** 確認の記録 of a sheet, the first first. */
export async function listDecisions(context: Context, sheetId: string): Promise<SheetDecision[]> {
  await getSheet(context, sheetId)
  const rows = await tables(context)
    .selectFrom('sheetDecisions')
    .selectAll()
    .where('sheetId', '=', sheetId)
    .orderBy('recordedAt')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, changes: changes.parse(JSON.parse(row.changes)) }))
}

/** Open comments by sheet, for the board; only of sheets the person may read. */
export async function countOpenComments(
  context: Context,
  sheets: readonly RequestSheet[],
): Promise<Map<string, number>> {
  authorize(context, permissions, 'read-sheets')
  const rows = await tables(context)
    .selectFrom('sheetComments')
    .select('sheetId')
    .where('outcome', 'is', null)
    .execute()
  const known = new Set(sheets.map(({ id }) => id))
  const open = Map.groupBy(
    rows.filter(({ sheetId }) => known.has(sheetId)),
    ({ sheetId }) => sheetId,
  )
  return new Map([...open].map(([sheetId, own]) => [sheetId, own.length]))
}

/** One sheet that still stands between the plan and its next stage. */
export type OpenSheet = Pick<RequestSheet, 'id' | 'unitId' | 'subject' | 'state'> & {
  /** The measure it is about; undefined where the section as a whole was asked. */
  subjectId: string | undefined
}

export type SheetStanding = {
  /** Sent, and not accepted yet (OW006). */
  openSheets: OpenSheet[]
  /** Measures with at least one accepted sheet: a target without one has not been confirmed by its section. */
  acceptedSubjectIds: string[]
  /** Comments nobody has answered, by the measure they are about (OW007). */
  openComments: { subjectId: string; sheetId: string; count: number }[]
}

/** What of the sheets is still open, as the lint of the plan asks for it. */
export async function getSheetStanding(context: Context): Promise<SheetStanding> {
  const sheets = (await listSheets(context)).filter(({ state }) => state !== 'draft')
  const comments = await countOpenComments(context, sheets)
  const accepted = sheets.filter(({ state }) => state === 'accepted')
  return {
    openSheets: sheets
      .filter(({ state }) => state !== 'accepted')
      .map(({ id, unitId, subjectId, subject, state }) => ({ id, unitId, subjectId, subject, state })),
    acceptedSubjectIds: [...new Set(accepted.flatMap(({ subjectId }) => subjectId ?? []))],
    openComments: sheets.flatMap(({ id, subjectId }) => {
      const count = comments.get(id)
      return count && subjectId ? [{ subjectId, sheetId: id, count }] : []
    }),
  }
}
