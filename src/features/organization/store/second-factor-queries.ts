import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { accountPermissions as permissions } from '../core/account-permissions.ts'
import type { SecondFactor } from '../core/second-factor.ts'
import { secondFactorTables } from './second-factor-tables.ts'

const minutes = 60 * 1000
/** A secret nobody confirmed within this time is not shown again. */
const begunFor = 30 * minutes

/** 二段階認証 of the person who asks. */
export async function getOwnSecondFactor(context: Context): Promise<SecondFactor> {
  authorize(context, permissions, 'set-up-second-factor')
  const row = await secondFactorTables(context)
    .selectFrom('secondFactors')
    .selectAll()
    .where('accountId', '=', context.actor.id)
    .executeTakeFirst()
  if (!row) return { state: 'off' }
  if (row.confirmedAt) {
    return { state: 'on', since: row.confirmedAt, recoveryCodesLeft: await countRecoveryCodes(context) }
  }
  const isFresh = new Date(row.begunAt).getTime() + begunFor > context.now.getTime()
  return isFresh ? { state: 'begun', begunAt: row.begunAt, secret: row.secret } : { state: 'off' }
}

async function countRecoveryCodes(context: Context): Promise<number> {
  const rows = await secondFactorTables(context)
    .selectFrom('recoveryCodes')
    .select('codeHash')
    .where('accountId', '=', context.actor.id)
    .where('usedAt', 'is', null)
    .execute()
  return rows.length
}
