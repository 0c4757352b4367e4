import type { Kysely } from 'kysely'
import { z } from 'zod'
import { staffRoles } from '#src/lib/permissions.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { found } from '#src/platform/errors.ts'
import { hashOfToken } from '#src/platform/hash-of-token.ts'
import type { Account } from '../core/account.ts'
import { accountPermissions as permissions } from '../core/account-permissions.ts'

/** アカウント: the sign-in library's table, with our columns. `roles` is JSON. */
type UserRow = {
  id: string
  name: string
  email: string
  emailVerified: number
  roles: string
  personId: string | null
  unitId: string | null
  disabledAt: string | null
  lastSignInAt: string | null
  revision: number
  createdAt: string
  updatedAt: string
}

/** The password of an account, as the library keeps it: a salted hash. Absent until the person has chosen one. */
type PasswordRow = {
  id: string
  userId: string
  accountId: string
  providerId: 'credential'
  password: string
  createdAt: string
  updatedAt: string
}

/** サインイン. `userAgent` holds our words for the machine, not what the browser said. */
type SessionRow = {
  id: string
  userId: string
  userAgent: string | null
  createdAt: string
  updatedAt: string
}

export type LinkPurpose = 'first-start' | 'invitation' | 'reset'

/** 一度だけ使えるリンク: only the hash of its token is kept. The first one belongs to nobody yet and does not expire. */
type LinkRow = {
  tokenHash: string
  accountId: string | null
  purpose: LinkPurpose
  expiresAt: string | null
  usedAt: string | null
}

export type AccountTables = {
  user: UserRow
  account: PasswordRow
  session: SessionRow
  signInLinks: LinkRow
  secondFactors: { accountId: string; confirmedAt: string | null }
}
export const accountTables = (context: Context): Kysely<AccountTables> => context.db

const select = (context: Context) =>
  accountTables(context)
    .selectFrom('user')
    .leftJoin('account', 'account.userId', 'user.id')
    .leftJoin('secondFactors', 'secondFactors.accountId', 'user.id')
    .select([
      'user.id',
      'user.name',
      'user.email',
      'user.roles',
      'user.personId',
      'user.unitId',
      'user.disabledAt',
      'user.lastSignInAt',
      'user.revision',
      'account.userId as hasPassword',
      'secondFactors.confirmedAt as twoStepsSince',
    ])

type Selected = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

const words = z.array(z.string())

function accountOf({ roles, disabledAt, hasPassword, ...row }: Selected): Account {
  const held = words.parse(JSON.parse(roles))
  return {
    ...row,
    roles: staffRoles.filter((role) => held.includes(role)),
    state: disabledAt ? 'disabled' : hasPassword ? 'active' : 'invited',
  }
}

/** All accounts, by name as Japanese lists order them. */
export async function listAccounts(context: Context): Promise<Account[]> {
  authorize(context, permissions, 'manage-accounts')
  const byName = new Intl.Collator('ja').compare
  const accounts = (await select(context).execute()).map(accountOf)
  return accounts.sort((a, b) => byName(a.name, b.name) || (a.id < b.id ? -1 : 1))
}

export async function getAccount(context: Context, accountId: string): Promise<Account> {
  authorize(context, permissions, 'manage-accounts')
  const row = await select(context).where('user.id', '=', accountId).executeTakeFirst()
  return accountOf(found(row, 'アカウント'))
}

/** The account with this address, if there is one. */
export async function findAccount(context: Context, email: string): Promise<Account | undefined> {
  authorize(context, permissions, 'manage-accounts')
  const row = await select(context).where('user.email', '=', email).executeTakeFirst()
  return row && accountOf(row)
}

/** The account of the person who asks. */
export async function getOwnAccount(context: Context): Promise<Account> {
  authorize(context, permissions, 'change-own-password')
  const row = await select(context).where('user.id', '=', context.actor.id).executeTakeFirst()
  return accountOf(found(row, 'アカウント'))
}

/** Whether anybody could sign in at all: before that, the first start prints a link. Asked before anybody is somebody. */
export async function hasAccounts(context: Context): Promise<boolean> {
  const row = await accountTables(context).selectFrom('user').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}

/** A link that can be used. The first one has no account yet. */
export type OpenLink = {
  purpose: LinkPurpose
  account: { id: string; name: string; email: string } | undefined
}

/**
 * The link a token opens, while it is unused and in time. Looking at it does not use it. The first one works only while
 * there is no account: whoever finds it later gets nothing.
 */
export async function findLink(context: Context, token: string): Promise<OpenLink | undefined> {
  authorize(context, permissions, 'use-sign-in-link')
  const row = await accountTables(context)
    .selectFrom('signInLinks')
    .leftJoin('user', 'user.id', 'signInLinks.accountId')
    .select(['purpose', 'accountId', 'expiresAt', 'usedAt', 'user.name', 'user.email', 'user.disabledAt'])
    .where('tokenHash', '=', hashOfToken(token))
    .executeTakeFirst()
  if (!row || row.usedAt || row.disabledAt) return undefined
  if (row.expiresAt && row.expiresAt <= context.now.toISOString()) return undefined
  const { purpose, accountId, name, email } = row
  if (accountId !== null && name !== null && email !== null) {
    return { purpose, account: { id: accountId, name, email } }
  }
  return purpose === 'first-start' && !(await hasAccounts(context))
    ? { purpose, account: undefined }
    : undefined
}
