import { betterAuth } from 'better-auth'
import type { Database } from '../context.ts'
import { openingOfSessions } from './open-session.ts'
import { absoluteMilliseconds } from './session-life.ts'

/** Longer than any password we accept, in the units the library counts (a 𠮷 is two of them). */
export const mostUnits = 1024

/** The name of the cookie of a session; over https with `__Host-` before it. */
export const sessionCookie = 'shirube-session'

export type LibraryOptions = { baseUrl: string; secret: string; clock: () => Date }

/**
 * better-auth over our tables: it hashes and compares passwords, makes sessions and signs their cookies.
 *
 * Its addresses are never mounted and its own limiter is off, for it counts by address only: a city hall that shares
 * one would lock itself out (`tries.ts` counts instead). `type: 'sqlite'` also on PostgreSQL: it makes the library store
 * instants as text and flags as 0/1, so that one set of tables serves both databases.
 */
export function createLibrary(db: Database, { baseUrl, secret, clock }: LibraryOptions) {
  const isSecure = baseUrl.startsWith('https:')
  return betterAuth({
    baseURL: baseUrl,
    secret,
    database: { db, type: 'sqlite' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    plugins: [openingOfSessions],
    emailAndPassword: { enabled: true, disableSignUp: true, maxPasswordLength: mostUnits },
    user: {
      additionalFields: {
        roles: { type: 'string', input: false },
        unitId: { type: 'string', input: false, required: false },
        personId: { type: 'string', input: false, required: false },
        disabledAt: { type: 'string', input: false, required: false },
      },
    },
    session: { expiresIn: absoluteMilliseconds / 1000, disableSessionRefresh: true },
    databaseHooks: {
      session: {
        create: {
          // A stopped account gets no session. Where somebody sat is not kept; `userAgent` holds our words for the machine.
          async before(session) {
            if (await isDisabled(db, session.userId)) return false
            const now = clock()
            return { data: { ...session, createdAt: now, updatedAt: now, ipAddress: '' } }
          },
        },
      },
    },
    advanced: {
      // Our tables leave out what we never use (auth-migrations.ts), which the library would refuse.
      database: { validateSchema: false },
      cookiePrefix: 'shirube',
      // The library would put __Secure- before every name; __Host- is stricter and excludes it.
      useSecureCookies: false,
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure },
      cookies: { session_token: { name: isSecure ? `__Host-${sessionCookie}` : sessionCookie } },
    },
  })
}

export type Library = ReturnType<typeof createLibrary>

async function isDisabled(db: Database, accountId: string): Promise<boolean> {
  const row = await db.selectFrom('user').select('disabledAt').where('id', '=', accountId).executeTakeFirst()
  return row?.['disabledAt'] !== null
}
