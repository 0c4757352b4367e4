import { z } from 'zod'
import { guardedRoles, type Role, staffRoles } from '#src/lib/permissions.ts'
import { createLibrary, type Library, type LibraryOptions, sessionCookie } from './auth/library.ts'
import { isAlive, isWorthNoting } from './auth/session-life.ts'
import { type Actor, type Database, publicActor } from './context.ts'

/** Sign-in of staff and council members. Only `actorOf` and the files of `auth/` look inside. */
export type Auth = { db: Database; library: Library; secret: string; isSecure: boolean }

/** Accounts are made by an administrator; there is no public sign-up. `clock` is for tests that move it. */
export function createAuth(
  db: Database,
  { clock = () => new Date(), ...options }: Omit<LibraryOptions, 'clock'> & { clock?: () => Date },
): Auth {
  const isSecure = options.baseUrl.startsWith('https:')
  return { db, library: createLibrary(db, { ...options, clock }), secret: options.secret, isSecure }
}

/** Who asks: the person of the session cookie, or the public (then it is the very object `publicActor`). */
export async function actorOf(auth: Auth, request: Request, now: Date): Promise<Actor> {
  return (await sessionOf(auth, request, now))?.actor ?? publicActor
}

export type LiveSession = { sessionId: string; actor: Actor }

/** The session of the cookie while it lives. One that is over is deleted: it does not come back with another clock. */
export async function sessionOf(auth: Auth, request: Request, now: Date): Promise<LiveSession | undefined> {
  if (!request.headers.get('cookie')?.includes(sessionCookie)) return undefined
  const known = await auth.library.api.getSession({
    headers: request.headers,
    query: { disableRefresh: true },
  })
  if (!known) return undefined
  const { session, user } = known
  if (user.disabledAt || !isAlive(session, now)) {
    await auth.db.deleteFrom('session').where('id', '=', session.id).execute()
    return undefined
  }
  if (isWorthNoting(session, now)) await noteUse(auth, session.id, now)
  const actor = { id: user.id, name: user.name, ...(await rolesOf(auth, user)), ...placeOf(user) }
  return { sessionId: session.id, actor }
}

type Placed = { unitId?: string | null | undefined; personId?: string | null | undefined }

const placeOf = ({ unitId, personId }: Placed): Pick<Actor, 'unitId' | 'personId'> => ({
  ...(unitId ? { unitId } : {}),
  ...(personId ? { personId } : {}),
})

const noteUse = ({ db }: Auth, sessionId: string, now: Date) =>
  db.updateTable('session').set({ updatedAt: now.toISOString() }).where('id', '=', sessionId).execute()

const roleWords = z.array(z.string())

type Held = Pick<Actor, 'roles' | 'withheldRoles'>

/**
 * Roles as stored; a word that is no role of staff gives no rights. Approval, publication and administration wait until
 * the account signs in in two steps: then every session has passed a code, for the set-up ends the others. Whoever has
 * no other role may do what anybody may.
 */
async function rolesOf(auth: Auth, { id, roles }: { id: string; roles: string }): Promise<Held> {
  const words = roleWords.parse(JSON.parse(roles))
  const held = staffRoles.filter((role) => words.includes(role))
  if (!held.some(isGuarded) || (await hasSecondFactor(auth, id))) return { roles: held }
  const usable = held.filter((role) => !isGuarded(role))
  return { roles: usable.length > 0 ? usable : publicActor.roles, withheldRoles: held.filter(isGuarded) }
}

const isGuarded = (role: Role) => guardedRoles.includes(role)

/** Whether the account signs in in two steps. */
export async function hasSecondFactor({ db }: Pick<Auth, 'db'>, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom('secondFactors')
    .select('accountId')
    .where('accountId', '=', accountId)
    .where('confirmedAt', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}
