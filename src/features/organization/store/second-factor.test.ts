import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { beforeAll, expect, test } from 'vitest'
import {
  hashOfRecoveryCode,
  newRecoveryCodes,
  newSecret,
  secretToShow,
} from '#src/platform/auth/second-factor.ts'
import { createAuth } from '#src/platform/auth.ts'
import type { Context } from '#src/platform/context.ts'
import { onEveryDatabase } from '#test/context.ts'
import { addAccount } from './account-commands.ts'
import { getAccount } from './account-queries.ts'
import { takeCode } from './second-factor-codes.ts'
import {
  beginSecondFactor,
  confirmSecondFactor,
  dropOwnSecondFactor,
  dropSecondFactor,
} from './second-factor-commands.ts'
import { getOwnSecondFactor } from './second-factor-queries.ts'

onEveryDatabase((contextAs) => {
  const keeper = contextAs('system-administrator')
  const auth = createAuth(keeper.db, { baseUrl: 'http://localhost', secret: randomBytes(32).toString('hex') })
  const codes = newRecoveryCodes()
  let own: Context
  let accountId = ''
  let kept = ''
  const stepNow = Math.floor(keeper.now.getTime() / 30_000)
  const later = (steps: number): Context => ({
    ...own,
    now: new Date(keeper.now.getTime() + steps * 30_000),
  })

  async function codeAt({ now }: Context) {
    const secret = (await secretToShow(auth, { kept, account: 'a' }))?.words.replaceAll(' ', '') ?? ''
    return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() })
  }
  const take = async (at: Context, value: string) =>
    takeCode(at, auth, { accountId, typed: { kind: value.length === 6 ? 'code' : 'recovery-code', value } })

  beforeAll(async () => {
    accountId = await addAccount(keeper, {
      name: '公開 次郎',
      email: 'jiro@example.jp',
      roles: ['publisher'],
      unitId: null,
    })
    own = { ...keeper, actor: { id: accountId, roles: ['publisher'] } }
    kept = await newSecret(auth)
  })

  test('a secret that was only shown takes no code, and is gone after half an hour', async () => {
    await beginSecondFactor(own, { secret: kept })
    expect((await getOwnSecondFactor(own)).state).toBe('begun')
    expect(await take(own, await codeAt(own))).toBe(false)
    expect((await getOwnSecondFactor(later(60))).state).toBe('off')
    await expect(confirmSecondFactor(later(60), { step: stepNow, codeHashes: [] })).rejects.toMatchObject({
      kind: 'conflict',
    })
  })

  test('once confirmed it is on, and cannot be begun anew over it', async () => {
    await confirmSecondFactor(own, { step: stepNow, codeHashes: codes.map(hashOfRecoveryCode) })
    expect(await getOwnSecondFactor(own)).toMatchObject({ state: 'on', recoveryCodesLeft: 10 })
    await expect(beginSecondFactor(own, { secret: kept })).rejects.toMatchObject({ kind: 'conflict' })
    expect(await getAccount(keeper, accountId)).toMatchObject({ twoStepsSince: '2026-04-01T00:00:00.000Z' })
  })

  test('the code that confirmed it is used up, and so is every step before the last', async () => {
    expect(await take(own, await codeAt(own))).toBe(false)
    expect(await take(later(2), await codeAt(later(2)))).toBe(true)
    expect(await take(later(2), await codeAt(later(1)))).toBe(false)
  })

  test('of many requests with one code at the same moment, one is let in', async () => {
    const code = await codeAt(later(4))
    const taken = await Promise.all(Array.from({ length: 8 }, () => take(later(4), code)))
    expect(taken.filter(Boolean)).toHaveLength(1)
    const [recovery = ''] = codes
    const again = await Promise.all(Array.from({ length: 8 }, () => take(later(4), recovery)))
    expect(again.filter(Boolean)).toHaveLength(1)
    expect(await getOwnSecondFactor(own)).toMatchObject({ recoveryCodesLeft: 9 })
  })

  test('somebody without the role takes it from nobody, nor the keeper from themselves', async () => {
    await expect(dropSecondFactor(own, { accountId })).rejects.toMatchObject({ kind: 'forbidden' })
    const herself = { ...own, actor: { id: accountId, roles: ['system-administrator'] as const } }
    await expect(dropSecondFactor(herself, { accountId })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('dropped, neither codes nor recovery codes are left', async () => {
    await dropOwnSecondFactor(own, {})
    expect(await getOwnSecondFactor(own)).toEqual({ state: 'off' })
    expect(await take(later(9), await codeAt(later(9)))).toBe(false)
    expect(await take(later(9), codes[1] ?? '')).toBe(false)
    await expect(dropSecondFactor(keeper, { accountId })).rejects.toMatchObject({ kind: 'conflict' })
  })
})
