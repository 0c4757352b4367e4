import type { Auth } from '../auth.ts'

/** The library's hash (scrypt) of a password in NFKC. It takes a moment: never wait for it inside a transaction. */
export async function hashPassword({ library }: Auth, password: string): Promise<string> {
  return (await library.$context).password.hash(password)
}

/** Whether the password is the account's. */
export async function isPasswordOf(
  { db, library }: Auth,
  accountId: string,
  password: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('password')
    .where('userId', '=', accountId)
    .executeTakeFirst()
  if (!row) return false
  return (await library.$context).password.verify({ hash: row['password'], password })
}
