import { getOwner } from '#src/features/organization/store/queries-ownership.ts'
import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize, mayDo } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../core/permissions.ts'
import { isOverdue, type RequestSheet } from '../core/sheets.ts'
import { readerOf } from './queries-scope.ts'
import { tables } from './tables.ts'

/** A sheet that waits for its section or for the secretariat, without what stands in it. */
export type WaitingSheet = Pick<RequestSheet, 'id' | 'roundId' | 'unitId' | 'state' | 'dueOn'> & {
  roundTitle: string
}

/** Sheets under way that the person may read: sent, returned, or answered and not yet looked at. */
export async function listWaitingSheets(context: Context): Promise<WaitingSheet[]> {
  authorize(context, permissions, 'read-sheets')
  const rows = await tables(context)
    .selectFrom('requestSheets')
    .innerJoin('requestRounds', 'requestRounds.id', 'requestSheets.roundId')
    .select([
      'requestSheets.id',
      'requestSheets.roundId',
      'requestSheets.unitId',
      'requestSheets.subjectId',
      'requestSheets.state',
      'requestSheets.dueOn',
      'requestRounds.title as roundTitle',
    ])
    .where('requestSheets.state', 'in', ['sent', 'returned', 'answered'])
    .orderBy('requestSheets.dueOn')
    .orderBy('requestSheets.order')
    .orderBy('requestSheets.id')
    .execute()
  const mayRead = await readerOf(context)
  return rows.flatMap(({ subjectId, ...row }) =>
    mayRead({ ...row, subjectId: subjectId ?? undefined }) ? [row] : [],
  )
}

/** Work waiting: for the secretariat answers to look at, for a section its own sheets to fill. */
export async function countWaitingSheets(context: Context): Promise<number> {
  authorize(context, permissions, 'read-sheets')
  const { roles, unitIds } = await getOwner(context)
  const isSecretariat = roles.includes('secretariat')
  if (!isSecretariat && !mayDo(context.actor, permissions, 'fill-sheet')) return 0
  const today = tokyoDay(context.now)
  return (await listWaitingSheets(context)).filter((sheet) =>
    isSecretariat
      ? sheet.state === 'answered' || isOverdue(sheet, today)
      : unitIds.has(sheet.unitId) && sheet.state !== 'answered',
  ).length
}
