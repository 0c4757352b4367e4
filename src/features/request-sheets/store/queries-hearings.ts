import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import type { HearingSlot } from '../core/hearing-slots.ts'
import { permissions } from '../core/permissions.ts'
import { getRound, getSheet } from './queries.ts'
import { type SheetTables, tables } from './tables.ts'

/** ヒアリングの枠 of a round, the earliest first. Which are taken is seen by all it was sent to; by whom, by who may read that sheet. */
export async function listSlots(context: Context, roundId: string): Promise<HearingSlot[]> {
  await getRound(context, roundId)
  const rows = await tables(context)
    .selectFrom('hearingSlots')
    .selectAll()
    .where('roundId', '=', roundId)
    .orderBy('heldOn')
    .orderBy('startsAt')
    .orderBy('id')
    .execute()
  return rows.map(slotOf)
}

export async function getSlot(context: Context, slotId: string): Promise<HearingSlot> {
  authorize(context, permissions, 'read-sheets')
  const row = await tables(context)
    .selectFrom('hearingSlots')
    .selectAll()
    .where('id', '=', slotId)
    .executeTakeFirst()
  const slot = found(row && slotOf(row), '枠')
  await getRound(context, slot.roundId)
  return slot
}

/** When a sheet's section is heard; undefined before a slot was taken. */
export async function findSlotOf(context: Context, sheetId: string): Promise<HearingSlot | undefined> {
  await getSheet(context, sheetId)
  const row = await tables(context)
    .selectFrom('hearingSlots')
    .selectAll()
    .where('sheetId', '=', sheetId)
    .executeTakeFirst()
  return row && slotOf(row)
}

const slotOf = (row: SheetTables['hearingSlots']): HearingSlot => ({
  ...row,
  sheetId: row.sheetId ?? undefined,
})
