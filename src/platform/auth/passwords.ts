import { randomBytes } from 'node:crypto'
import type { Auth } from '../auth.ts'
import { mostUnits } from './library.ts'

/** The library's hash (scrypt) of a password in NFKC. It takes a moment: never wait for it inside a transaction. */
export async function hashPassword({ library }: Pick<Auth, 'library'>, password: string): Promise<string> {
  return (await library.$context).password.hash(password)
}

/** Whether the password is the account's. */
export const isPasswordOf = async (auth: Auth, accountId: string, password: string): Promise<boolean> =>
  matches(auth, await passwordHashOf(auth, accountId), password)

/** The password of an account as it is kept now. */
export async function passwordHashOf(
  { db }: Pick<Auth, 'db'>,
  accountId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('account')
    .select('password')
    .where('userId', '=', accountId)
    .executeTakeFirst()
  return row?.['password']
}

/**
 * The account that an address and a password open. The same work is done whether there is such an account, whether it has
 * a password, and whether it is stopped: the time an answer takes tells none of it.
 */
export async function findAccountWith(
  auth: Auth,
  { email, password }: { email: string; password: string },
): Promise<{ accountId: string; passwordHash: string } | undefined> {
  const row = await auth.db
    .selectFrom('user')
    .leftJoin('account', 'account.userId', 'user.id')
    .select(['user.id', 'user.disabledAt', 'account.password'])
    .where('user.email', '=', email)
    .executeTakeFirst()
  const isRight = await matches(auth, row?.['password'], password)
  if (!row || !isRight || row['disabledAt'] !== null) return undefined
  return { accountId: row['id'], passwordHash: row['password'] }
}

async function matches(auth: Auth, kept: string | null | undefined, password: string): Promise<boolean> {
  if (password.length > mostUnits) return false
  const hash = kept ?? (await decoyOf(auth))
  const isRight = await (await auth.library.$context).password.verify({ hash, password })
  return isRight && kept !== null && kept !== undefined
}

const decoys = new WeakMap<Auth, Promise<string>>()

/** The hash of a password nobody has, to compare with where there is none. */
function decoyOf(auth: Auth): Promise<string> {
  const decoy = decoys.get(auth) ?? hashPassword(auth, randomBytes(32).toString('base64url'))
  decoys.set(auth, decoy)
  return decoy
}
