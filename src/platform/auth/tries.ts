import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Auth } from '../auth.ts'
import { deviceIn } from './cookies.ts'
import { networkOf } from './network.ts'

/** Somebody tries to sign in: what was typed, from where, with which browser (if it was here before), when. */
export type Try = {
  email: string
  clientAddress: string
  device: string | undefined
  now: Date
  /** What is guessed: the password, or the code of the second step. */
  guessed: 'password' | 'code'
}

type Counted = Pick<Auth, 'db' | 'secret'>
type Asking = { request: Request; clientAddress: string }

/** A try as a request brings it. */
export const tryOf = (
  auth: Auth,
  { request, clientAddress }: Asking,
  typed: Pick<Try, 'email' | 'guessed' | 'now'>,
): Try => ({ ...typed, clientAddress, device: deviceIn(auth, request) })

const minute = 60 * 1000
const limits = {
  password: {
    /** One account from one place, or from one browser that has signed in to it before. */
    pair: { most: 5, window: minute },
    /** Any accounts from one place from which they never signed in. */
    place: { most: 30, window: minute },
    /** One account from all places from which it never signed in. */
    account: { most: 60, window: 15 * minute },
  },
  // Who guesses codes already has the password: a million codes, three of them right, must last for years.
  code: {
    pair: { most: 5, window: 10 * minute },
    place: { most: 30, window: 10 * minute },
    account: { most: 30, window: 60 * minute },
  },
}
export const rememberedFor = 90 * 24 * 60 * minute

/**
 * Counts one try and gives the milliseconds to wait, 0 when the guess may be looked at.
 *
 * A browser that has signed in to the account before has a count of its own: nobody else, not even a colleague behind
 * the same address, can use it up. Others are counted by account and place together: wrong tries from elsewhere do not
 * keep a person out, and colleagues behind one address do not keep each other out. Guessing spread over many accounts or
 * places is slowed down too, but never for a place from which the account has signed in before. Nothing is locked: a
 * window ends by itself, tries refused in it do not make it longer. Only keyed hashes are stored, no address.
 */
export async function countTry(auth: Counted, given: Try): Promise<number> {
  const keys = keysOf(auth, given)
  const { pair, place, account } = limits[given.guessed]
  const { now } = given
  if (keys.device && (await isRemembered(auth, keys.device, now))) {
    return count(auth, keys.deviceTries, { ...pair, now })
  }
  const wait = await count(auth, keys.pair, { ...pair, now })
  if (wait > 0 || (await isRemembered(auth, keys.known, now))) return wait
  const byPlace = await count(auth, keys.place, { ...place, now })
  const byAccount = await count(auth, keys.account, { ...account, now })
  return Math.max(byPlace, byAccount)
}

/** After the right guess: the tries from this place and browser are forgotten, the place is remembered. */
export async function forgetTries(auth: Counted, given: Try) {
  const { pair, deviceTries, known } = keysOf(auth, given)
  await auth.db
    .deleteFrom('signInTries')
    .where((where) =>
      where.or([where('key', 'in', [pair, deviceTries]), where('until', '<=', given.now.toISOString())]),
    )
    .execute()
  await remember(auth, known, given.now)
}

/** After signing in: from now on this browser counts for itself. */
export async function rememberDevice(auth: Counted, given: Try) {
  const { device } = keysOf(auth, given)
  if (device) await remember(auth, device, given.now)
}

async function remember({ db }: Counted, key: string, now: Date) {
  const until = new Date(now.getTime() + rememberedFor).toISOString()
  await db
    .insertInto('signInTries')
    .values({ key, count: 1, until })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ until }))
    .execute()
}

function keysOf({ secret }: Counted, { email, clientAddress, device, guessed }: Try) {
  const account = email.normalize('NFC').toLowerCase()
  const place = networkOf(clientAddress)
  const key = (...parts: string[]) =>
    createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url')
  return {
    pair: key('pair', guessed, account, place),
    deviceTries: key('device tries', guessed, account, device ?? ''),
    known: key('known', account, place),
    device: device && key('device', account, device),
    place: key('place', guessed, place),
    account: key('account', guessed, account),
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
async function count({ db }: Counted, key: string, { most, window, now }: Counting): Promise<number> {
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

async function isRemembered({ db }: Counted, key: string, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('signInTries')
    .select('key')
    .where('key', '=', key)
    .where('until', '>', now.toISOString())
    .executeTakeFirst()
  return row !== undefined
}
