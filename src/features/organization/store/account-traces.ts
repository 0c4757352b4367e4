import { appendAudit } from '#src/platform/audit/append.ts'
import type { Context } from '#src/platform/context.ts'
import { inTransaction } from '#src/platform/database/transaction.ts'
import { accountTables } from './account-queries.ts'

/** Leaves the trace of a sign-in, and its day with the account. The library has made the session before. */
export const recordSignIn = (context: Context, accountId: string) =>
  inTransaction(context, async (inside) => {
    await accountTables(inside)
      .updateTable('user')
      .set({ lastSignInAt: inside.now.toISOString() })
      .where('id', '=', accountId)
      .execute()
    const actor = { ...inside.actor, id: accountId }
    await appendAudit({ ...inside, actor }, { action: 'sign-in', role: '', trail: { objects: [accountId] } })
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

/** Leaves the trace of a sign-out. */
export const recordSignOut = (context: Context) =>
  inTransaction(context, (inside) =>
    appendAudit(inside, { action: 'sign-out', role: '', trail: { objects: [inside.actor.id] } }),
  )
