import { command } from '#src/platform/command.ts'
import { found } from '#src/platform/errors.ts'
import { accountPermissions as permissions } from '../core/account-permissions.ts'
import { accountTables, getAccount } from './account-queries.ts'
import { endSessions } from './account-rows.ts'

/** Ends one session of the person who asks. One of anybody else is not found. */
export const endOwnSession = command(
  permissions,
  'end-own-sessions',
  async (context, { session }: { session: string }) => {
    const ended = await accountTables(context)
      .deleteFrom('session')
      .where('id', '=', session)
      .where('userId', '=', context.actor.id)
      .returning('id')
      .executeTakeFirst()
    found(ended, 'サインイン')
    context.trail.objects.push(context.actor.id)
    context.trail.reason = 'one'
  },
)

/** Ends the sessions of the person who asks, but for the one they ask with. */
export const endOtherSessions = command(
  permissions,
  'end-own-sessions',
  async (context, { session }: { session: string }) => {
    await accountTables(context)
      .deleteFrom('session')
      .where('userId', '=', context.actor.id)
      .where('id', '!=', session)
      .execute()
    context.trail.objects.push(context.actor.id)
    context.trail.reason = 'others'
  },
)

/** Ends every session of an account: a machine is lost, or somebody forgot to sign out. */
export const endAccountSessions = command(
  permissions,
  'end-sessions',
  async (context, { accountId }: { accountId: string }) => {
    await getAccount(context, accountId)
    await endSessions(context, accountId)
  },
)
