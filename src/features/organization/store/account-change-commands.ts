import type { Role } from '#src/lib/permissions.ts'
import { command } from '#src/platform/command.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal, refuseIfStale } from '#src/platform/errors.ts'
import type { Account, AccountContent } from '../core/account.ts'
import { accountPermissions as permissions } from '../core/account-permissions.ts'
import { refuseUnknown } from './account-commands.ts'
import { accountTables, getAccount, listAccounts } from './account-queries.ts'
import { dropOpenLinks, endSessions, replacePassword } from './account-rows.ts'

type Change = { accountId: string; revision: number; content: AccountContent }

/** Changes name, person, unit and, where they differ, the roles. */
export const changeAccount = command(
  permissions,
  'change-account',
  async (context, { accountId, revision, content }: Change) => {
    const { name, roles, personId, unitId } = content
    const account = await getAccount(context, accountId)
    refuseIfStale(account, revision)
    await refuseUnknown(context, content)
    if (!isSame(roles, account.roles)) await changeRoles(context, { accountId, roles })
    await accountTables(context)
      .updateTable('user')
      .set({ name, personId, unitId, revision: revision + 1, updatedAt: context.now.toISOString() })
      .where('id', '=', accountId)
      .execute()
  },
)

const isSame = (one: readonly Role[], other: readonly Role[]) =>
  one.length === other.length && one.every((role) => other.includes(role))

/** Gives an account other roles. Nobody changes their own, and somebody must stay who keeps the accounts. */
const changeRoles = command(
  permissions,
  'change-account-roles',
  async (context, { accountId, roles }: { accountId: string; roles: readonly Role[] }) => {
    const account = await getAccount(context, accountId)
    if (accountId === context.actor.id) throw new Refusal('forbidden', '自分の役割は、自分では変えられません')
    if (!roles.includes('system-administrator')) await refuseLastKeeper(context, account)
    await accountTables(context)
      .updateTable('user')
      .set({ roles: JSON.stringify(roles) })
      .where('id', '=', accountId)
      .execute()
  },
)

/** Stops an account (異動・退職). Whoever is signed in with it is out at once, and its links stop working. */
export const disableAccount = command(
  permissions,
  'disable-account',
  async (context, { accountId }: { accountId: string }) => {
    const account = await getAccount(context, accountId)
    if (accountId === context.actor.id) {
      throw new Refusal('forbidden', '自分のアカウントは、自分では止められません')
    }
    await refuseLastKeeper(context, account)
    await setDisabled(context, accountId, context.now.toISOString())
    await endSessions(context, accountId)
    await dropOpenLinks(context, accountId)
  },
)

/** Lets a stopped account work again, with the password and roles it had. */
export const enableAccount = command(
  permissions,
  'enable-account',
  async (context, { accountId }: { accountId: string }) => {
    await getAccount(context, accountId)
    await setDisabled(context, accountId, null)
  },
)

/** A form of the account opened before is out of date then. */
async function setDisabled(context: Context, accountId: string, disabledAt: string | null) {
  await accountTables(context)
    .updateTable('user')
    .set((row) => ({ disabledAt, revision: row('revision', '+', 1), updatedAt: context.now.toISOString() }))
    .where('id', '=', accountId)
    .execute()
}

const isKeeper = ({ state, roles }: Account) => state === 'active' && roles.includes('system-administrator')

/** Without anybody who can keep the accounts, only the command line could help. */
async function refuseLastKeeper(context: Context, account: Account) {
  if (!isKeeper(account)) return
  const others = (await listAccounts(context)).filter((other) => other.id !== account.id && isKeeper(other))
  if (others.length > 0) return
  throw new Refusal(
    'conflict',
    'サインインできるシステム管理が、1人もいなくなります。先に、もう1人に役割を付けてください',
  )
}

/** Another password for the person who asks. Every session ends, also this one: the page opens a new one. */
export const changeOwnPassword = command(
  permissions,
  'change-own-password',
  async (context, { passwordHash }: { passwordHash: string }) =>
    replacePassword(context, context.actor.id, passwordHash),
)
