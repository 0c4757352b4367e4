import { answers } from '#src/features/request-sheets/core/fields.ts'
import type { SheetComment } from '#src/features/request-sheets/core/review.ts'
import type { RequestRound, RequestSheet } from '#src/features/request-sheets/core/sheets.ts'
import { getSheet, listRounds, listSheets } from '#src/features/request-sheets/store/queries.ts'
import { listComments } from '#src/features/request-sheets/store/queries-review.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { isOfBody, type LaidSheet, newestLaid } from '../core/laid-sheets.ts'
import { permissions } from '../core/permissions.ts'
import { ownSeat } from './queries-members.ts'
import { tables } from './tables.ts'

/** What bodies have of the sheets now: of each what was given last. For those who give them. */
export async function listLaidSheets(context: Context): Promise<LaidSheet[]> {
  authorize(context, permissions, 'lay-drafts')
  return newestLaid(await readLaid(context))
}

async function readLaid(context: Context): Promise<LaidSheet[]> {
  const rows = await tables(context)
    .selectFrom('laidSheets')
    .selectAll()
    .orderBy('laidAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    answers: answers.parse(JSON.parse(row.answers)),
    commentUntil: row.commentUntil ?? undefined,
  }))
}

type OwnSheetLine = { laid: LaidSheet; sheet: RequestSheet; round: RequestRound }

/** The sheets the member's body was given, round by round, in the order of the round. */
export async function listOwnSheets(context: Context): Promise<OwnSheetLine[]> {
  const { body } = await ownSeat(context)
  const own = newestLaid(await readLaid(context)).filter(({ bodyId }) => bodyId === body.id)
  if (own.length === 0) return []
  const laidOf = new Map(own.map((laid) => [laid.sheetId, laid]))
  const rounds = new Map((await listRounds(reading(context))).map((round) => [round.id, round]))
  return (await listSheets(reading(context))).flatMap((sheet) => {
    const [laid, round] = [laidOf.get(sheet.id), rounds.get(sheet.roundId)]
    return laid && round ? [{ laid, sheet, round }] : []
  })
}

export type OwnSheet = OwnSheetLine & {
  /** What the own body said of it, and what became of that. */
  comments: SheetComment[]
}

/** One sheet as the member's body was given it. A sheet it was not given does not exist, whatever id is typed. */
export async function getOwnSheet(context: Context, sheetId: string): Promise<OwnSheet> {
  const { body } = await ownSeat(context)
  const laid = newestLaid(await readLaid(context)).find(
    (one) => one.bodyId === body.id && one.sheetId === sheetId,
  )
  const { sheet, round } = await getSheet(reading(context), found(laid, 'シート').sheetId)
  const comments = await listComments(reading(context), sheetId)
  return {
    laid: found(laid, 'シート'),
    sheet,
    round,
    comments: comments.filter((comment) => isOfBody(comment, body)),
  }
}

/** A laid sheet is read in the place of those who laid it: members have no right on the sheets themselves. */
const reading = (context: Context): Context => ({ ...context, actor: { id: 'laid', roles: ['secretariat'] } })
