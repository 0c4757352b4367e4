import { appendAudit } from '#src/platform/audit/append.ts'
import type { Context } from '#src/platform/context.ts'
import { inTransaction } from '#src/platform/database/transaction.ts'
import { hashOfToken } from '#src/platform/hash-of-token.ts'
import type { TypedCode } from '../core/second-factor.ts'
import { accountTables } from './account-queries.ts'

/** How the second step was done; '' where the password, or a link, was enough. */
type Step = TypedCode['kind'] | ''

/** Leaves the trace of a sign-in, and its day with the account. The library has made the session before. */
export const recordSignIn = (context: Context, accountId: string, reason: Step = '') =>
  inTransaction(context, async (inside) => {
    await accountTables(inside)
      .updateTable('user')
      .set({ lastSignInAt: inside.now.toISOString() })
      .where('id', '=', accountId)
      .execute()
    const actor = { ...inside.actor, id: accountId }
    const trail = { objects: [accountId], reason }
    await appendAudit({ ...inside, actor }, { action: 'sign-in', role: '', trail })
  })

/** Leaves the trace of a sign-in that failed: the account where the address is one's, never the address itself. */
export const recordFailedSignIn = (context: Context, email: string) =>
  inTransaction(context, async (inside) => {
    const meant = await accountTables(inside)
      .selectFrom('user')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirst()
    const objects = meant ? [meant.id] : []
    await appendAudit(inside, { action: 'sign-in', role: '', trail: { objects }, result: 'refused' })
  })

type Guarded = 'sign-in' | 'renew-recovery-codes' | 'drop-own-second-factor' | 'drop-second-factor'

/** Leaves the trace of a code that was not good: whoever came so far at the sign-in had the right password. */
export const recordRefusedCode = (context: Context, accountId: string, action: Guarded) =>
  inTransaction(context, (inside) => {
    const trail = { objects: [accountId], reason: 'code' }
    return appendAudit(inside, { action, role: '', trail, result: 'refused' })
  })

/** Leaves the trace of a wrong password where somebody signed in was asked for theirs. */
export const recordRefusedPassword = (
  context: Context,
  action: 'change-own-password' | 'set-up-second-factor',
) =>
  inTransaction(context, (inside) => {
    const trail = { objects: [inside.actor.id], reason: 'password' }
    return appendAudit(inside, { action, role: '', trail, result: 'refused' })
  })

/** Leaves the trace of a link sent again after its use or its time. A token that never was one leaves nothing. */
export async function recordSpentLink(context: Context, token: string) {
  const link = await accountTables(context)
    .selectFrom('signInLinks')
    .select('accountId')
    .where('tokenHash', '=', hashOfToken(token))
    .executeTakeFirst()
  if (!link) return
  const trail = { objects: link.accountId ? [link.accountId] : [], reason: 'spent' }
  await inTransaction(context, (inside) =>
    appendAudit(inside, { action: 'use-sign-in-link', role: '', trail, result: 'refused' }),
  )
}

/** Leaves the trace of a sign-out. */
export const recordSignOut = (context: Context) =>
  inTransaction(context, (inside) =>
    appendAudit(inside, { action: 'sign-out', role: '', trail: { objects: [inside.actor.id] } }),
  )
