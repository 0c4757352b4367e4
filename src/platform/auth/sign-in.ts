import { randomBytes } from 'node:crypto'
import { type Auth, hasSecondFactor, sessionOf } from '../auth.ts'
import { cookieLine } from './cookies.ts'
import { findAccountWith } from './passwords.ts'
import { countTry, forgetTries, rememberDevice, rememberedFor, type Try } from './tries.ts'
import { stopWaiting, waitForCode } from './waiting-sign-ins.ts'

/** `refused` never says whether the account or the password was wrong, or whether the account is stopped. */
export type SignInOutcome = Opened | { kind: 'wait'; seconds: number }
type Opened =
  | { kind: 'done'; accountId: string; cookies: string[] }
  /** The password was right; the second step asks for a code. */
  | { kind: 'code'; cookies: string[] }
  | { kind: 'refused' }

/** What a session says about the machine, in words: never the whole line a browser sends. */
type OnDevice = { device: string }

/** Signs in with what a person typed. After too many tries the password is not even looked at. */
export async function signIn(
  auth: Auth,
  request: Request,
  { password, made, device }: { password: string; made: Try } & OnDevice,
): Promise<SignInOutcome> {
  const wait = await countTry(auth, made)
  if (wait > 0) return { kind: 'wait', seconds: Math.ceil(wait / 1000) }
  const accountId = await findAccountWith(auth, { email: made.email, password })
  if (!accountId) return { kind: 'refused' }
  return continueSignIn(auth, request, { accountId, made, device })
}

type Continued = { accountId: string; made: Try } & OnDevice

/** After the right password, or a link that chose one: on to the code where the account has one, else signed in. */
export async function continueSignIn(auth: Auth, request: Request, given: Continued): Promise<Opened> {
  const { accountId, made } = given
  if (await hasSecondFactor(auth, accountId)) {
    return { kind: 'code', cookies: [await waitForCode(auth, accountId, made.now)] }
  }
  return completeSignIn(auth, request, given)
}

/** Every step is done: a session, this browser remembered, and the tries forgotten. */
export async function completeSignIn(auth: Auth, request: Request, given: Continued): Promise<Opened> {
  const { accountId, made, device } = given
  const session = await openSession(auth, request, { accountId, device, now: made.now })
  if (!session) return { kind: 'refused' }
  const browser = made.device ?? randomBytes(32).toString('base64url')
  const remembered = { ...made, device: browser }
  await forgetTries(auth, { ...remembered, guessed: 'password' })
  await forgetTries(auth, { ...remembered, guessed: 'code' })
  await rememberDevice(auth, remembered)
  const maxAgeSeconds = rememberedFor / 1000
  const known = cookieLine(auth, { purpose: 'device', value: browser, maxAgeSeconds })
  return { kind: 'done', accountId, cookies: [...session, known, await stopWaiting(auth, request)] }
}

/** A new session, never one the browser brought: that one ends. Undefined when the account is stopped. */
export async function openSession(
  auth: Auth,
  request: Request,
  { accountId, device, now }: { accountId: string; now: Date } & OnDevice,
): Promise<string[] | undefined> {
  const before = await sessionOf(auth, request, now)
  const answer = await auth.library.api.openSession({
    body: { accountId, device },
    headers: new Headers(),
    asResponse: true,
  })
  if (answer.status >= 500) throw new Error('The sign-in library failed')
  if (!answer.ok) return undefined
  if (before) await auth.db.deleteFrom('session').where('id', '=', before.sessionId).execute()
  return answer.headers.getSetCookie()
}

/** Ends the session of the cookie; gives the cookies that take it from the browser. */
export async function signOut({ library }: Auth, request: Request): Promise<string[]> {
  const answer = await library.api.signOut({ headers: request.headers, asResponse: true })
  return answer.headers.getSetCookie()
}
