import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type Auth, hasSecondFactor, sessionOf } from '../auth.ts'
import { cookieLine } from './cookies.ts'
import { findAccountWith, passwordHashOf } from './passwords.ts'
import { countTry, forgetTries, rememberDevice, rememberedFor, type Try } from './tries.ts'
import { stopWaiting, waitForCode } from './waiting-sign-ins.ts'

/** `refused` never says whether the account or the password was wrong, or whether the account is stopped. */
export type SignInOutcome = Outcome | { kind: 'wait'; seconds: number }
type Outcome =
  | { kind: 'done'; accountId: string; sessionId: string; cookies: string[] }
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
  const found = await findAccountWith(auth, { email: made.email, password })
  if (!found) return { kind: 'refused' }
  return continueSignIn(auth, request, { ...found, made, device })
}

type Continued = { accountId: string; made: Try } & OnDevice

/**
 * After the right password, or a link that chose one: on to the code where the account has one, else signed in.
 *
 * Looks again when the session is there. Whoever sets up the second step or chooses another password ends all sessions;
 * a sign-in that began before, and made its session after, must not outlive that.
 */
export async function continueSignIn(
  auth: Auth,
  request: Request,
  { passwordHash, ...given }: Continued & { passwordHash: string },
): Promise<Outcome> {
  const { accountId, made } = given
  if (await hasSecondFactor(auth, accountId)) {
    return { kind: 'code', cookies: [await waitForCode(auth, accountId, made.now)] }
  }
  const outcome = await completeSignIn(auth, request, given)
  if (outcome.kind !== 'done') return outcome
  const isSame = (await passwordHashOf(auth, accountId)) === passwordHash
  if (isSame && !(await hasSecondFactor(auth, accountId))) return outcome
  await endSession(auth, outcome.sessionId)
  return { kind: 'refused' }
}

/** Every step is done: a session, this browser remembered, and the tries forgotten. */
export async function completeSignIn(auth: Auth, request: Request, given: Continued): Promise<Outcome> {
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
  const cookies = [...session.cookies, known, await stopWaiting(auth, request)]
  return { kind: 'done', accountId, sessionId: session.sessionId, cookies }
}

/** A new session, never one the browser brought: that one ends. Undefined when the account is stopped. */
export async function openSession(
  auth: Auth,
  request: Request,
  { accountId, device, now }: { accountId: string; now: Date } & OnDevice,
): Promise<{ sessionId: string; cookies: string[] } | undefined> {
  const before = await sessionOf(auth, request, now)
  const answer = await auth.library.api.openSession({
    body: { accountId, device },
    headers: new Headers(),
    asResponse: true,
  })
  if (answer.status >= 500) throw new Error('The sign-in library failed')
  if (!answer.ok) return undefined
  if (before) await endSession(auth, before.sessionId)
  const { sessionId } = answered.parse(await answer.json())
  return { sessionId, cookies: answer.headers.getSetCookie() }
}

const answered = z.object({ sessionId: z.string() })

const endSession = ({ db }: Pick<Auth, 'db'>, sessionId: string) =>
  db.deleteFrom('session').where('id', '=', sessionId).execute()

/** Ends the session of the cookie; gives the cookies that take it from the browser. */
export async function signOut({ library }: Auth, request: Request): Promise<string[]> {
  const answer = await library.api.signOut({ headers: request.headers, asResponse: true })
  return answer.headers.getSetCookie()
}
