import { expect, test } from 'vitest'
import { onEveryDatabase } from '#test/context.ts'
import { countTry, forgetTries, rememberDevice, type Try } from './tries.ts'

const minute = 60_000
const start = new Date('2026-04-01T00:00:00Z').getTime()

onEveryDatabase((contextAs) => {
  const auth = { db: contextAs().db, secret: 'the key of this installation' }
  let people = 0
  /** A try for an account no other test uses, from an address of its own. */
  const somebody = (): Try => {
    people += 1
    return {
      email: `person-${people}@example.jp`,
      clientAddress: `192.0.2.${people}`,
      device: undefined,
      now: new Date(start + people * 1000 * minute),
      guessed: 'password',
    }
  }
  const times = async (count: number, made: Try) => {
    let wait = 0
    for (let tries = 0; tries < count; tries++) wait = await countTry(auth, made)
    return wait
  }
  const later = (made: Try, milliseconds: number): Try => ({
    ...made,
    now: new Date(made.now.getTime() + milliseconds),
  })

  test('the sixth try within a minute waits for the end of the minute, and no try makes it longer', async () => {
    const made = somebody()
    expect(await times(5, made)).toBe(0)
    expect(await countTry(auth, made)).toBe(minute)
    expect(await times(20, later(made, minute - 1000))).toBe(1000)
    expect(await countTry(auth, later(made, minute))).toBe(0)
  })

  test('codes wait ten times longer than passwords, and are counted apart', async () => {
    const made = somebody()
    expect(await times(6, made)).toBe(minute)
    expect(await times(5, { ...made, guessed: 'code' })).toBe(0)
    expect(await countTry(auth, { ...made, guessed: 'code' })).toBe(10 * minute)
  })

  test('tries at the same moment are each counted', async () => {
    const made = somebody()
    const waits = await Promise.all(Array.from({ length: 12 }, () => countTry(auth, made)))
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5)
  })

  test('nobody behind the same address can use up the count of a browser that signed in before', async () => {
    const made = somebody()
    const hers = { ...made, device: 'her-browser' }
    await rememberDevice(auth, hers)
    expect(await times(100, made)).toBeGreaterThan(0)
    expect(await times(100, { ...made, device: 'some-other-browser' })).toBeGreaterThan(0)
    expect(await countTry(auth, hers)).toBe(0)
  })

  test('a stolen browser has a count too', async () => {
    const hers = { ...somebody(), device: 'her-browser' }
    await rememberDevice(auth, hers)
    expect(await times(6, hers)).toBe(minute)
  })

  test('a browser counts for itself only with the account it signed in to', async () => {
    const hers = { ...somebody(), device: 'a-shared-machine' }
    await rememberDevice(auth, hers)
    const another = {
      ...somebody(),
      device: 'a-shared-machine',
      clientAddress: hers.clientAddress,
      now: hers.now,
    }
    await times(6, { ...another, device: undefined })
    expect(await countTry(auth, another)).toBe(minute)
  })

  test('guessing one account from everywhere is slowed down, but not where its owner has been', async () => {
    const home = somebody()
    await forgetTries(auth, home)
    const from = (place: number) => ({ ...home, clientAddress: `198.51.100.${place % 200}` })
    let wait = 0
    for (let place = 0; place < 61; place++) wait = await countTry(auth, from(place))
    expect(wait).toBe(15 * minute)
    expect(await countTry(auth, home)).toBe(0)
  })

  test('trying many accounts from one place is slowed down; another place is not', async () => {
    const made = somebody()
    let wait = 0
    for (let person = 0; person < 31; person++) {
      wait = await countTry(auth, { ...made, email: `nobody-${person}@example.jp` })
    }
    expect(wait).toBe(minute)
    expect(
      await countTry(auth, { ...made, email: 'nobody-40@example.jp', clientAddress: '203.0.113.9' }),
    ).toBe(0)
  })

  test('neither account nor address can be read from what is kept', async () => {
    const made = somebody()
    await countTry(auth, made)
    await rememberDevice(auth, { ...made, device: 'her-browser' })
    const rows = JSON.stringify(await auth.db.selectFrom('signInTries').selectAll().execute())
    expect(rows).not.toMatch(/example|192\.0\.2|her-browser/)
  })
})
