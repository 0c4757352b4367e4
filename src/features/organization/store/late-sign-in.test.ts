import { expect, test } from 'vitest'
import { hashPassword } from '#src/platform/auth/passwords.ts'
import { continueSignIn, signIn } from '#src/platform/auth/sign-in.ts'
import type { Try } from '#src/platform/auth/tries.ts'
import { createAuth } from '#src/platform/auth.ts'
import type { Context } from '#src/platform/context.ts'
import { onEveryDatabase } from '#test/context.ts'
import { changeOwnPassword, disableAccount } from './account-change-commands.ts'
import { addAccount } from './account-commands.ts'
import { beginSecondFactor, confirmSecondFactor } from './second-factor-commands.ts'
import { listOwnSessions } from './session-queries.ts'

/** Signing in while, at the same moment, the password changes, the second step is set up, or the account is stopped. */
onEveryDatabase((contextAs) => {
  const keeper = contextAs('system-administrator')
  const clock = () => keeper.now
  const auth = createAuth(keeper.db, {
    baseUrl: 'http://localhost',
    secret: 'a key only for this test',
    clock,
  })
  const request = new Request('http://localhost/sign-in')
  let people = 0

  async function somebody() {
    const email = `person-${++people}@example.jp`
    const accountId = await addAccount(keeper, { name: '職員', email, roles: ['viewer'], unitId: null })
    const own: Context = { ...keeper, actor: { id: accountId, roles: ['viewer'] } }
    const passwordHash = await hashPassword(auth, 'はじめのことば')
    await changeOwnPassword(own, { passwordHash })
    const made: Try = {
      email,
      clientAddress: `192.0.2.${people}`,
      device: undefined,
      now: keeper.now,
      guessed: 'password',
    }
    return { accountId, own, passwordHash, made, device: 'WindowsのEdge' }
  }

  test('the right password opens one session, on a machine in words', async () => {
    const { own, made, device } = await somebody()
    const outcome = await signIn(auth, request, { password: 'はじめのことば', made, device })
    expect(outcome.kind).toBe('done')
    expect(await listOwnSessions(own)).toMatchObject([{ device: 'WindowsのEdge' }])
  })

  test('a sign-in that looked at the old password leaves no session after it was changed', async () => {
    const { own, ...found } = await somebody()
    await changeOwnPassword(own, { passwordHash: await hashPassword(auth, 'つぎのことば') })
    expect(await continueSignIn(auth, request, found)).toEqual({ kind: 'refused' })
    expect(await listOwnSessions(own)).toEqual([])
  })

  test('a sign-in that began before the second step was set up is asked for a code', async () => {
    const { own, ...found } = await somebody()
    await beginSecondFactor(own, { secret: 'kept' })
    await confirmSecondFactor(own, { step: 1, codeHashes: ['hash'] })
    expect((await continueSignIn(auth, request, found)).kind).toBe('code')
    expect(await listOwnSessions(own)).toEqual([])
  })

  test('a stopped account gets no session, whatever was looked at before', async () => {
    const { own, ...found } = await somebody()
    await disableAccount(keeper, { accountId: found.accountId })
    expect(await continueSignIn(auth, request, found)).toEqual({ kind: 'refused' })
    expect(await signIn(auth, request, { ...found, password: 'はじめのことば' })).toEqual({ kind: 'refused' })
    expect(await listOwnSessions(own)).toEqual([])
  })
})
