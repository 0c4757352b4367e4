import { createHash, randomBytes } from 'node:crypto'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { Secret, TOTP } from 'otpauth'
import type { Auth } from '../auth.ts'

/** TOTP as every authenticator app reads it (RFC 6238): SHA-1, six digits, thirty seconds. */
const stepMilliseconds = 30_000
const totpOf = (secret: string, account = '') =>
  new TOTP({ issuer: 'Shirube', label: account, secret: Secret.fromBase32(secret), period: 30, digits: 6 })

/** A new secret of 160 bits, as an app takes it, and as it is kept: encrypted with the installation's key. */
export async function newSecret(auth: Pick<Auth, 'secret'>): Promise<string> {
  return symmetricEncrypt({ key: auth.secret, data: new Secret({ size: 20 }).base32 })
}

/** The secret of an app; undefined when it was kept under another key (a restored backup without its key). */
async function openSecret({ secret: key }: Pick<Auth, 'secret'>, kept: string): Promise<string | undefined> {
  return symmetricDecrypt({ key, data: kept }).catch(() => undefined)
}

/** What the set-up page shows: the secret in groups of four to type, and the address of the picture. */
export async function secretToShow(
  auth: Pick<Auth, 'secret'>,
  { kept, account }: { kept: string; account: string },
) {
  const secret = await openSecret(auth, kept)
  if (secret === undefined) return undefined
  return { words: secret.replaceAll(/(.{4})(?=.)/g, '$1 '), address: totpOf(secret, account).toString() }
}

/**
 * The time step a code belongs to, one step before and after allowed for clocks that differ; undefined when it is no
 * code of now. Whoever takes the code keeps the step: a code of this or an earlier step is refused from then on.
 */
export async function stepOf(
  auth: Pick<Auth, 'secret'>,
  { kept, code, now }: { kept: string; code: string; now: Date },
): Promise<number | undefined> {
  const secret = await openSecret(auth, kept)
  const at = now.getTime()
  const delta =
    secret === undefined ? null : totpOf(secret).validate({ token: code, timestamp: at, window: 1 })
  return delta === null ? undefined : Math.floor(at / stepMilliseconds) + delta
}

const letters = '0123456789abcdefghjkmnpqrstvwxyz'
const codesAtOnce = 10

/** Ten recovery codes of 80 bits, in groups of four: so long that their hashes need no salt and no key. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: codesAtOnce }, () =>
    [...randomBytes(16)]
      .map((byte) => letters.charAt(byte & 31))
      .join('')
      .replaceAll(/(.{4})(?=.)/g, '$1-'),
  )

/** As a recovery code is kept. Only letters and digits count; what is easily mistaken is taken for what was meant. */
export const hashOfRecoveryCode = (typed: string) => createHash('sha256').update(plain(typed)).digest('hex')

const plain = (typed: string) =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^0-9a-z]/g, '')
    .replaceAll(/[il]/g, '1')
    .replaceAll('o', '0')
