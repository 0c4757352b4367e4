import type { Role } from '#src/lib/permissions.ts'
import type { Context } from '#src/platform/context.ts'
import { Refusal } from '#src/platform/errors.ts'
import { accountTables } from './account-queries.ts'
import { secondFactorTables } from './second-factor-tables.ts'

export type NewAccount = {
  name: string
  email: string
  roles: readonly Role[]
  personId?: string | null
  unitId: string | null
}

/** An account without a password: its person chooses one by a link. */
export async function insertAccount(context: Context, account: NewAccount): Promise<string> {
  const { name, email, roles, unitId, personId = null } = account
  const known = await accountTables(context)
    .selectFrom('user')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst()
  if (known) throw new Refusal('conflict', 'このメールアドレスのアカウントは、すでにあります')
  const id = context.newId('ac')
  const now = context.now.toISOString()
  await accountTables(context)
    .insertInto('user')
    .values({
      id,
      name,
      email,
      emailVerified: 1,
      roles: JSON.stringify(roles),
      personId,
      unitId,
      disabledAt: null,
      lastSignInAt: null,
      revision: 1,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  return id
}

/** Puts a password in place of the old one. Sessions and links made under the old one end with it. */
export async function replacePassword(context: Context, accountId: string, passwordHash: string) {
  const now = context.now.toISOString()
  const tables = accountTables(context)
  const row = { password: passwordHash, createdAt: now, updatedAt: now }
  await tables.deleteFrom('account').where('userId', '=', accountId).execute()
  await tables
    .insertInto('account')
    .values({ id: accountId, userId: accountId, accountId, providerId: 'credential', ...row })
    .execute()
  await endSessions(context, accountId)
  await dropOpenLinks(context, accountId)
}

/** Whoever is signed in with the account, or half way there, is out at once. */
export async function endSessions(context: Context, accountId: string) {
  await accountTables(context).deleteFrom('session').where('userId', '=', accountId).execute()
  await secondFactorTables(context).deleteFrom('waitingSignIns').where('accountId', '=', accountId).execute()
}

/** Links nobody has used yet stop working. */
export async function dropOpenLinks(context: Context, accountId: string) {
  await accountTables(context)
    .deleteFrom('signInLinks')
    .where('accountId', '=', accountId)
    .where('usedAt', 'is', null)
    .execute()
}
