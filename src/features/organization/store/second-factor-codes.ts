import { hashOfRecoveryCode, stepOf } from '#src/platform/auth/second-factor.ts'
import type { Auth } from '#src/platform/auth.ts'
import type { Context } from '#src/platform/context.ts'
import type { TypedCode } from '../core/second-factor.ts'
import { secondFactorTables } from './second-factor-tables.ts'

type Claim = { accountId: string; typed: TypedCode }

/**
 * Takes a code of the account, once: of two requests with the same code, one gets nothing, also at the same moment. Says
 * whether it was good. Asked at the sign-in before anybody is somebody, so without a permission.
 */
export const takeCode = (context: Context, auth: Auth, { accountId, typed }: Claim): Promise<boolean> =>
  typed.kind === 'code'
    ? takeStep(context, auth, { accountId, code: typed.value })
    : takeRecoveryCode(context, { accountId, code: typed.value })

async function takeStep(
  context: Context,
  auth: Auth,
  { accountId, code }: { accountId: string; code: string },
): Promise<boolean> {
  const row = await secondFactorTables(context)
    .selectFrom('secondFactors')
    .select('secret')
    .where('accountId', '=', accountId)
    .where('confirmedAt', 'is not', null)
    .executeTakeFirst()
  const step = row && (await stepOf(auth, { kept: row.secret, code, now: context.now }))
  if (step === undefined) return false
  const taken = await secondFactorTables(context)
    .updateTable('secondFactors')
    .set({ lastStep: step })
    .where('accountId', '=', accountId)
    .where('confirmedAt', 'is not', null)
    .where('lastStep', '<', step)
    .returning('accountId')
    .executeTakeFirst()
  return taken !== undefined
}

async function takeRecoveryCode(
  context: Context,
  { accountId, code }: { accountId: string; code: string },
): Promise<boolean> {
  const taken = await secondFactorTables(context)
    .updateTable('recoveryCodes')
    .set({ usedAt: context.now.toISOString() })
    .where('accountId', '=', accountId)
    .where('codeHash', '=', hashOfRecoveryCode(code))
    .where('usedAt', 'is', null)
    .returning('accountId')
    .executeTakeFirst()
  return taken !== undefined
}
