import { isAlive } from '#src/platform/auth/session-life.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { accountPermissions as permissions } from '../core/account-permissions.ts'
import type { SignedIn } from '../core/signed-in.ts'
import { accountTables } from './account-queries.ts'

/** Where the person who asks is signed in, the last used first. */
export async function listOwnSessions(context: Context): Promise<SignedIn[]> {
  authorize(context, permissions, 'end-own-sessions')
  return sessionsOf(context, context.actor.id)
}

/** Where an account is signed in, for whoever keeps the accounts. */
export async function listSessions(context: Context, accountId: string): Promise<SignedIn[]> {
  authorize(context, permissions, 'end-sessions')
  return sessionsOf(context, accountId)
}

async function sessionsOf(context: Context, accountId: string): Promise<SignedIn[]> {
  const rows = await accountTables(context)
    .selectFrom('session')
    .select(['id', 'userAgent', 'createdAt', 'updatedAt'])
    .where('userId', '=', accountId)
    .orderBy('updatedAt', 'desc')
    .orderBy('id')
    .execute()
  return rows
    .filter((row) => isAlive(row, context.now))
    .map(({ id, userAgent, createdAt, updatedAt }) => ({
      id,
      device: userAgent || 'そのほかの機械',
      since: createdAt,
      lastUsedAt: updatedAt,
    }))
}
