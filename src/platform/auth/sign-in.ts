import { z } from 'zod'
import { type Auth, sessionOf } from '../auth.ts'
import { countTry, forgetTries, type Try } from './tries.ts'

/** `refused` never says whether the account or the password was wrong, or whether the account is stopped. */
export type SignInOutcome =
  | { kind: 'done'; accountId: string; cookies: string[] }
  | { kind: 'refused' }
  | { kind: 'wait'; seconds: number }

/** Signs in with what a person typed. After too many tries the password is not even looked at. */
export async function signIn(
  auth: Auth,
  request: Request,
  { password, ...given }: Try & { password: string },
): Promise<SignInOutcome> {
  const wait = await countTry(auth, given)
  if (wait > 0) return { kind: 'wait', seconds: Math.ceil(wait / 1000) }
  const outcome = await openSession(auth, request, { email: given.email, password, now: given.now })
  if (outcome.kind === 'done') await forgetTries(auth, given)
  return outcome
}

const answered = z.object({ user: z.object({ id: z.string() }) })

/** A new session, never one the browser brought: that one ends. Tries are not counted. */
export async function openSession(
  auth: Auth,
  request: Request,
  { email, password, now }: { email: string; password: string; now: Date },
): Promise<Exclude<SignInOutcome, { kind: 'wait' }>> {
  const before = await sessionOf(auth, request, now)
  const answer = await auth.library.api.signInEmail({
    body: { email, password },
    headers: new Headers(),
    asResponse: true,
  })
  if (answer.status >= 500) throw new Error('The sign-in library failed')
  if (!answer.ok) return { kind: 'refused' }
  if (before) await auth.db.deleteFrom('session').where('id', '=', before.sessionId).execute()
  const { user } = answered.parse(await answer.json())
  return { kind: 'done', accountId: user.id, cookies: answer.headers.getSetCookie() }
}

/** Ends the session of the cookie; gives the cookies that take it from the browser. */
export async function signOut({ library }: Auth, request: Request): Promise<string[]> {
  const answer = await library.api.signOut({ headers: request.headers, asResponse: true })
  return answer.headers.getSetCookie()
}
