import { z } from 'zod'
import type { Role } from '#src/lib/permissions.ts'
import { staffRoles } from '#src/lib/permissions.ts'
import { authorize } from '#src/platform/authorize.ts'
import type { Context } from '#src/platform/context.ts'
import { accountPermissions as permissions } from '../core/account-permissions.ts'
import { accountTables } from './account-queries.ts'

/** Somebody a mail can go to, by where they belong. */
export type Addressee = { id: string; email: string; roles: Role[]; unitId: string | null }

const words = z.array(z.string())

/** Whoever has an account in use today: a password chosen, not stopped. */
export async function listAddressees(context: Context): Promise<Addressee[]> {
  authorize(context, permissions, 'address-mail')
  const rows = await accountTables(context)
    .selectFrom('user')
    .innerJoin('account', 'account.userId', 'user.id')
    .select(['user.id', 'user.email', 'user.roles', 'user.unitId'])
    .where('user.disabledAt', 'is', null)
    .orderBy('user.id')
    .execute()
  return rows.map(({ roles, ...row }) => {
    const held = words.parse(JSON.parse(roles))
    return { ...row, roles: staffRoles.filter((role) => held.includes(role)) }
  })
}

/** The address of the person who asks; undefined for what has no account. */
export async function findOwnAddress(context: Context): Promise<string | undefined> {
  authorize(context, permissions, 'change-own-password')
  const row = await accountTables(context)
    .selectFrom('user')
    .select('email')
    .where('id', '=', context.actor.id)
    .executeTakeFirst()
  return row?.email
}
