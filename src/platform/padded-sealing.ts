import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  randomInt,
} from 'node:crypto'
import { readOnce } from '#src/lib/text/read-once.ts'

/** The secret of the installation (it lies outside the database) and what it is used for. */
export type SealKey = { secret: string; purpose: string }

/** A key made once costs a third of the same text given anew. */
const secretKey = readOnce((secret) => createSecretKey(secret, 'utf8'), 2)

/** A hash nobody can compute from the database alone. */
export const keyedHash = (secret: string, ...parts: readonly string[]): string =>
  createHmac('sha256', secretKey(secret)).update(JSON.stringify(parts)).digest('base64url')

const keyOf = ({ secret, purpose }: SealKey) =>
  createSecretKey(
    createHmac('sha256', secretKey(secret))
      .update(JSON.stringify(['seal', purpose]))
      .digest(),
  )

const block = 2048

/** Encrypts a text (AES-256-GCM). Filled up to whole blocks, so that its length says little of what is inside. */
export function sealText(key: SealKey, text: string): string {
  const plain = Buffer.from(text, 'utf8')
  const filled = Buffer.alloc(Math.ceil((plain.length + 4) / block) * block)
  filled.writeUInt32BE(plain.length, 0)
  plain.copy(filled, 4)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(key), nonce)
  const body = Buffer.concat([cipher.update(filled), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
}

/** The text again, or undefined where the key is another or somebody changed it. */
export function openSealed(key: SealKey, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(key), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  try {
    const filled = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
    return filled.subarray(4, 4 + filled.readUInt32BE(0)).toString('utf8')
  } catch {
    return undefined
  }
}

/** Letters nobody can guess. */
export const randomLetters = (alphabet: string, count: number): string =>
  Array.from({ length: count }, () => alphabet.charAt(randomInt(alphabet.length))).join('')

/** The same things in an order nobody can compute again. */
export function secretlyShuffled<Item>(items: readonly Item[]): Item[] {
  const mixed = [...items]
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    const kept = mixed[at] as Item
    mixed[at] = mixed[other] as Item
    mixed[other] = kept
  }
  return mixed
}
