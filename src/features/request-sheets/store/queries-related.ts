import { listUnits } from '#src/features/organization/store/queries.ts'
import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { permissions } from '../core/permissions.ts'
import { mayReadAsRelated } from '../core/related-units.ts'
import type { SheetComment } from '../core/review.ts'
import type { RequestRound, RequestSheet } from '../core/sheets.ts'
import { roundOf, sheetOf } from './queries.ts'
import { commentOf } from './queries-review.ts'
import { tables } from './tables.ts'

/** A sheet of another section in which the own one is named (関係課), to be read and commented on. */
export type RelatedSheet = { sheet: RequestSheet; round: RequestRound }

/** Those under way, the nearest deadline first. They are no sheets one may fill, so no other query of the room finds them. */
export async function listRelatedSheets(context: Context): Promise<RelatedSheet[]> {
  authorize(context, permissions, 'comment-as-related')
  const { unitIds } = await getOwner(context)
  const names = (await listUnits(context)).flatMap(({ id, name }) => (unitIds.has(id) && name ? name : []))
  if (names.length === 0) return []
  const rows = await tables(context)
    .selectFrom('requestSheets')
    .selectAll()
    .where('state', 'in', ['sent', 'answered', 'returned'])
    .where((where) => where.or(names.map((name) => where('answers', 'like', `%${name}%`))))
    .orderBy('dueOn')
    .orderBy('order')
    .orderBy('id')
    .execute()
  const roundIds = [...new Set(rows.map(({ roundId }) => roundId))]
  if (roundIds.length === 0) return []
  const rounds = await tables(context)
    .selectFrom('requestRounds')
    .selectAll()
    .where('id', 'in', roundIds)
    .execute()
  const byId = new Map(rounds.map((row) => [row.id, roundOf(row)]))
  const mayRead = await readerAsRelated(context)
  return rows.flatMap((row) => {
    const related = { sheet: sheetOf(row), round: byId.get(row.roundId) }
    return isWhole(related) && mayRead(related) ? [related] : []
  })
}

const isWhole = (one: { sheet: RequestSheet; round: RequestRound | undefined }): one is RelatedSheet =>
  one.round !== undefined

/** One of them, also after it was accepted. Any other sheet does not exist here. */
export async function getRelatedSheet(context: Context, sheetId: string): Promise<RelatedSheet> {
  authorize(context, permissions, 'comment-as-related')
  const row = await tables(context)
    .selectFrom('requestSheets')
    .selectAll()
    .where('id', '=', sheetId)
    .executeTakeFirst()
  const { roundId } = found(row, 'シート')
  const round = await tables(context)
    .selectFrom('requestRounds')
    .selectAll()
    .where('id', '=', roundId)
    .executeTakeFirst()
  const related = row && round ? { sheet: sheetOf(row), round: roundOf(round) } : undefined
  return found(related && (await readerAsRelated(context))(related) ? related : undefined, 'シート')
}

async function readerAsRelated(context: Context) {
  const [owner, units] = [await getOwner(context), await listUnits(context)]
  return ({ sheet, round }: RelatedSheet) => mayReadAsRelated(owner, { sheet, fields: round.fields, units })
}

/** What the sections named in the sheet said of it; the words of bodies are not theirs to read. */
export async function listRelatedComments(context: Context, sheetId: string): Promise<SheetComment[]> {
  await getRelatedSheet(context, sheetId)
  const rows = await tables(context)
    .selectFrom('sheetComments')
    .selectAll()
    .where('sheetId', '=', sheetId)
    .where('unitId', 'is not', null)
    .orderBy('writtenAt')
    .orderBy('id')
    .execute()
  return rows.map(commentOf)
}
