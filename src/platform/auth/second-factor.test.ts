import { symmetricEncrypt } from 'better-auth/crypto'
import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { hashOfRecoveryCode, newRecoveryCodes, newSecret, secretToShow, stepOf } from './second-factor.ts'

const auth = { secret: 'the key of this installation, long enough' }
const rfcSecret = Secret.fromLatin1('12345678901234567890').base32
const keptRfc = symmetricEncrypt({ key: auth.secret, data: rfcSecret })

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_234_567_890, '005924'],
  [20_000_000_000, '353130'],
])(
  'at second %d the code is %s, as RFC 6238 (appendix B) prints its last six digits',
  async (second, code) => {
    const now = new Date(second * 1000)
    expect(await stepOf(auth, { kept: await keptRfc, code, now })).toBe(Math.floor(second / 30))
  },
)

test('one step before and after is taken for its own step, two are not', async () => {
  const kept = await keptRfc
  const at = (second: number) => stepOf(auth, { kept, code: '081804', now: new Date(second * 1000) })
  const step = Math.floor(1_111_111_109 / 30)
  const seconds = [-60, -30, 0, 30, 60].map((off) => step * 30 + off)
  expect(await Promise.all(seconds.map(at))).toEqual([undefined, step, step, step, undefined])
})

test('a secret kept under another key opens nothing, and is no error', async () => {
  const kept = await newSecret({ secret: 'the key of another installation, lost' })
  expect(await secretToShow(auth, { kept, account: 'a@example.jp' })).toBeUndefined()
  expect(await stepOf(auth, { kept, code: '123456', now: new Date() })).toBeUndefined()
})

test('what is shown is the secret in groups and the address that apps read', async () => {
  const shown = await secretToShow(auth, { kept: await keptRfc, account: 'a@example.jp' })
  expect(shown?.words).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
  expect(shown?.address).toMatch(
    /^otpauth:\/\/totp\/Shirube:a%40example\.jp\?.*secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ/,
  )
})

test('recovery codes are ten, all different, and are known again however they are typed', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  expect(codes.filter((code) => !/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/.test(code))).toEqual([])
  const [code = ''] = codes
  const typed = code.replaceAll('-', ' ').replaceAll('1', 'l').replaceAll('0', 'O').toUpperCase()
  expect(hashOfRecoveryCode(typed)).toBe(hashOfRecoveryCode(code))
})
