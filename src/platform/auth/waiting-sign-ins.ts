import { createHash, randomBytes } from 'node:crypto'
import type { Auth } from '../auth.ts'
import { cookieIn, cookieLine } from './cookies.ts'

/** So long the second step waits for its code. */
const waitSeconds = 10 * 60

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** The password was right, a code is still to come: gives the cookie that says so. It opens nothing but the second step. */
export async function waitForCode(auth: Auth, accountId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await auth.db.deleteFrom('waitingSignIns').where('expiresAt', '<=', now.toISOString()).execute()
  const expiresAt = new Date(now.getTime() + waitSeconds * 1000).toISOString()
  await auth.db
    .insertInto('waitingSignIns')
    .values({ tokenHash: hashOf(token), accountId, expiresAt })
    .execute()
  return cookieLine(auth, { purpose: 'code', value: token, maxAgeSeconds: waitSeconds })
}

export type WaitingSignIn = { accountId: string; email: string }

/** Whose second step this browser is at, while it waits. */
export async function findWaiting(
  auth: Auth,
  request: Request,
  now: Date,
): Promise<WaitingSignIn | undefined> {
  const token = cookieIn(auth, request, 'code')
  if (!token) return undefined
  const row = await auth.db
    .selectFrom('waitingSignIns')
    .innerJoin('user', 'user.id', 'waitingSignIns.accountId')
    .select(['accountId', 'email'])
    .where('tokenHash', '=', hashOf(token))
    .where('expiresAt', '>', now.toISOString())
    .where('disabledAt', 'is', null)
    .executeTakeFirst()
  return row && { accountId: row['accountId'], email: row['email'] }
}

/** The second step is over, or given up; gives the line that takes the cookie from the browser. */
export async function stopWaiting(auth: Auth, request: Request): Promise<string> {
  const token = cookieIn(auth, request, 'code')
  if (token) await auth.db.deleteFrom('waitingSignIns').where('tokenHash', '=', hashOf(token)).execute()
  return cookieLine(auth, { purpose: 'code', value: '', maxAgeSeconds: 0 })
}
