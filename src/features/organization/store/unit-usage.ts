import { tokyoDay } from '#src/lib/japanese/fiscal-year.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { permissions } from '../core/permissions.ts'
import { accountTables } from './account-queries.ts'

/**
 * The day somebody of a unit last signed in, by unit; for an account nobody has used yet, the day it was made. Stopped
 * accounts and units without one are not there. Days of units only: no person.
 */
export async function lastDayByUnit(context: Context): Promise<Record<string, string>> {
  authorize(context, permissions, 'read-units')
  const rows = await accountTables(context)
    .selectFrom('user')
    .select(['unitId', 'lastSignInAt', 'createdAt'])
    .where('disabledAt', 'is', null)
    .where('unitId', 'is not', null)
    .execute()
  const last: Record<string, string> = {}
  for (const { unitId, lastSignInAt, createdAt } of rows) {
    const day = tokyoDay(new Date(lastSignInAt ?? createdAt))
    if (unitId && day > (last[unitId] ?? '')) last[unitId] = day
  }
  return last
}
