import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Auth } from '../auth.ts'
import { networkOf } from './network.ts'

/** Somebody tries to sign in: what was typed, from where, when. */
export type Try = { email: string; clientAddress: string; now: Date }

const minute = 60 * 1000
const limits = {
  /** One account from one place. */
  pair: { most: 5, window: minute },
  /** Any accounts from one place from which they never signed in. */
  place: { most: 30, window: minute },
  /** One account from all places from which it never signed in. */
  account: { most: 60, window: 15 * minute },
}
const rememberedFor = 90 * 24 * 60 * minute

/**
 * Counts one try and gives the milliseconds to wait, 0 when the password may be looked at.
 *
 * Counted by account and place together: wrong tries of others do not keep a person out, and colleagues
 * behind one
 * address do not keep each other out. Guessing spread over many accounts or places is slowed down too, but
 * never for
 * a place from which the account has signed in before. Nothing is locked: a window ends by itself, tries
 * refused in it do
 * not make it longer. Only keyed hashes are stored, no address.
 */
export async function countTry(auth: Pick<Auth, 'db' | 'secret'>, given: Try): Promise<number> {
  const keys = keysOf(auth, given)
  const wait = await count(auth, keys.pair, { ...limits.pair, now: given.now })
  if (wait > 0 || (await isRemembered(auth, keys.known, given.now))) return wait
  const byPlace = await count(auth, keys.place, { ...limits.place, now: given.now })
  const byAccount = await count(auth, keys.account, { ...limits.account, now: given.now })
  return Math.max(byPlace, byAccount)
}

/** After the right password: the tries from this place are forgotten, the place is remembered. */
export async function forgetTries(auth: Pick<Auth, 'db' | 'secret'>, given: Try) {
  const { pair, known } = keysOf(auth, given)
  await auth.db
    .deleteFrom('signInTries')
    .where((where) => where.or([where('key', '=', pair), where('until', '<=', given.now.toISOString())]))
    .execute()
  const until = new Date(given.now.getTime() + rememberedFor).toISOString()
  await auth.db
    .insertInto('signInTries')
    .values({ key: known, count: 1, until })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ until }))
    .execute()
}

function keysOf({ secret }: Pick<Auth, 'secret'>, { email, clientAddress }: Try) {
  const account = email.normalize('NFC').toLowerCase()
  const place = networkOf(clientAddress)
  const key = (...parts: string[]) =>
    createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url')
  return {
    pair: key('pair', account, place),
    known: key('known', account, place),
    place: key('place', place),
    account: key('account', account),
  }
}

export type Use = { kind: string; clientAddress: string; most: number; window: number; now: Date }

/**
 * Counts one use of something from one place and gives the milliseconds until it may be used again, 0 while
 * it may. As with
 * sign-in only a keyed hash of the place is kept, and a window ends by itself.
 */
export function countUse(
  auth: Pick<Auth, 'db' | 'secret'>,
  { kind, clientAddress, ...counting }: Use,
): Promise<number> {
  const place = JSON.stringify(['use', kind, networkOf(clientAddress)])
  return count(auth, createHmac('sha256', auth.secret).update(place).digest('base64url'), counting)
}

type Counting = { most: number; window: number; now: Date }

/** One statement, so that tries at the same moment are each counted, on both databases. */
async function count(
  { db }: Pick<Auth, 'db'>,
  key: string,
  { most, window, now }: Counting,
): Promise<number> {
  const at = now.toISOString()
  const until = new Date(now.getTime() + window).toISOString()
  const isOver = sql<boolean>`${sql.ref('signInTries.until')} <= ${at}`
  const row = await db
    .insertInto('signInTries')
    .values({ key, count: 1, until })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql`case when ${isOver} then 1 else ${sql.ref('signInTries.count')} + 1 end`,
        until: sql`case when ${isOver} then ${until} else ${sql.ref('signInTries.until')} end`,
      }),
    )
    .returning(['count', 'until'])
    .executeTakeFirstOrThrow()
  return row['count'] <= most ? 0 : new Date(row['until']).getTime() - now.getTime()
}

async function isRemembered({ db }: Pick<Auth, 'db'>, key: string, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('signInTries')
    .select('key')
    .where('key', '=', key)
    .where('until', '>', now.toISOString())
    .executeTakeFirst()
  return row !== undefined
}
